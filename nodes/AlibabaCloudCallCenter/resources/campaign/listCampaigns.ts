import { dateTime } from '../../../common/action/dateTime';
import { choice, locator, text } from '../../../common/action/fields';
import { instanceId } from '../../fields';
import { skillGroups } from '../../fields/accountLists';
import { pageAction } from '../kinds';
import { shortCampaign } from './shortForm';

const name = text({
	displayName: 'Name',
	description: 'Only campaigns with exactly this name',
	example: 'Renewals November',
});

const state = choice({
	displayName: 'State',
	description: 'Only campaigns in this state',
	default: 'Executing',
	choices: [
		{ name: 'Aborted', value: 'Aborted' },
		{ name: 'Completed', value: 'Completed' },
		{ name: 'Draft', value: 'Draft', description: 'Not submitted' },
		{ name: 'Executing', value: 'Executing', description: 'Calls customers' },
		{ name: 'Paused', value: 'Paused' },
		{ name: 'Pending', value: 'Pending', description: 'Submitted, and waits for its start time' },
	],
});

/** Newer editions of the vendor's page give these times in milliseconds, older ones in text. */
const times = {
	planedStartTimeFrom: dateTime({ displayName: 'Planned Start From', description: 'Only campaigns that were to start at this time or later' }),
	planedStartTimeTo: dateTime({ displayName: 'Planned Start To', description: 'Only campaigns that were to start at this time or earlier' }),
	actualStartTimeFrom: dateTime({ displayName: 'Actual Start From', description: 'Only campaigns that started at this time or later' }),
	actualStartTimeTo: dateTime({ displayName: 'Actual Start To', description: 'Only campaigns that started at this time or earlier' }),
};

/** Source: ListCampaigns, api.aliyun.com/document/CCC/2020-07-01/ListCampaigns. */
export const listCampaigns = pageAction({
	operation: 'listCampaigns',
	name: 'Get Many',
	action: 'Get many campaigns',
	description: 'Get the campaigns of an instance, with their states and how many customers they have reached',
	fields: { instanceId },
	filters: {
		...times,
		name,
		queueId: locator({ displayName: 'Skill Group', description: 'Only campaigns of this skill group', example: 'skillgroup@ccc-test', search: skillGroups }),
		state,
	},
	short: shortCampaign,
});
