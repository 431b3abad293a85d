import { someOf } from '../../../common/action/fields';
import { instanceId } from '../../fields';
import { pageAction } from '../kinds';

const scenarios = someOf({
	displayName: 'Scenarios',
	description: 'Only text messages for these purposes',
	choices: [
		{ name: 'Contact Flow', value: 'CONTACT_FLOW_NODE' },
		{ name: 'Flash SMS', value: 'FLASH_SMS' },
		{ name: 'Missed Call', value: 'MISSED_CALL_NOTIFICATION' },
		{ name: 'Satisfaction Survey', value: 'SATISFACTION_SURVEY' },
	],
});

/** Source: ListSmsMetadata, api.aliyun.com/document/CCC/2020-07-01/ListSmsMetadata. */
export const listSmsMetadata = pageAction({
	operation: 'listSmsMetadata',
	name: 'Get Many',
	action: 'Get many SMS metadata',
	description: 'List the text messages that are set up: template, signature and purpose. A survey by SMS needs the ID of one.',
	fields: { instanceId },
	filters: { scenarios },
});
