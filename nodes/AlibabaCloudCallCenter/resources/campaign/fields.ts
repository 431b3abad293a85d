import { dateTime } from '../../../common/action/dateTime';
import { locator, text, textList } from '../../../common/action/fields';
import { UNCHECKED_FLOW } from '../../fields';
import { contactFlows, skillGroups } from '../../fields/accountLists';

export const name = text({
	displayName: 'Name',
	description: 'What the campaign is called in the console',
	example: 'Renewals November',
});

export const queueId = locator({
	displayName: 'Skill Group',
	description: 'The skill group whose agents talk to the customers',
	example: 'skillgroup@ccc-test',
	search: skillGroups,
});

export const contactFlowId = locator({
	displayName: 'Contact Flow',
	description: 'The flow that a customer enters who has answered; it leads to the agents',
	example: 'c1f2bc75-422e-43c7-9c9d9d95633a',
	search: contactFlows,
	idHint: UNCHECKED_FLOW,
});

export const startTime = dateTime({
	displayName: 'Start Time',
	description: 'When the campaign begins to call, once it has been submitted',
});

export const endTime = dateTime({
	displayName: 'End Time',
	description: 'When the campaign ends, even if it has not reached everybody',
});

export const numbers = textList({
	displayName: 'Caller Numbers',
	description: 'The outbound numbers of the instance that customers see. Separate several with commas.',
	example: '01021570000, 01021560000',
});

export const instGroupId = text({
	displayName: 'Number Group ID',
	description: 'The group of outbound numbers that customers see, instead of single numbers',
	example: '0d368091-2c70-4d26-979a-6997ddc9c34f',
});
