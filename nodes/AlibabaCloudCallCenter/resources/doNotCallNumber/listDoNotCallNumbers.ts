import { choice } from '../../../common/action/fields';
import { instanceId, searchPattern } from '../../fields';
import { pageAction, time } from '../kinds';

const scope = choice({
	displayName: 'Scope',
	description: 'Which list to read; by default that of the instance',
	default: 'INSTANCE',
	choices: [
		{ name: 'Instance', value: 'INSTANCE', description: 'The numbers that this instance does not call' },
		{ name: 'Whole Account', value: 'SYSTEM', description: 'The numbers that no instance of the Alibaba Cloud account calls' },
	],
});

/** Source: ListDoNotCallNumbers, api.aliyun.com/document/CCC/2020-07-01/ListDoNotCallNumbers. */
export const listDoNotCallNumbers = pageAction({
	operation: 'listDoNotCallNumbers',
	name: 'Get Many',
	action: 'Get many do not call numbers',
	description: 'Get the numbers that must not be called, or look one up with a search text. Alibaba Cloud returns up to 10,000 of them.',
	fields: { instanceId },
	filters: { scope, searchPattern },
	short: { number: 'number', scope: 'scope', remark: 'remark', creator: 'creator', createdAt: time('createdTime') },
});
