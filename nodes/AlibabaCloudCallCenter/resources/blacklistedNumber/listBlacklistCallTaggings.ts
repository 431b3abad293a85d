import { textList } from '../../../common/action/fields';
import { instanceId } from '../../fields';
import { listAction } from '../kinds';
import { jobId } from './fields';

const numbers = textList({
	displayName: 'Numbers',
	description: 'The phone numbers to look up. Separate several with commas.',
	example: '13720000000, 13918140000',
});

/** Source: ListBlacklistCallTaggings, api.aliyun.com/document/CCC/2020-07-01/ListBlacklistCallTaggings. */
export const listBlacklistCallTaggings = listAction({
	operation: 'listBlacklistCallTaggings',
	name: 'Look Up',
	action: 'Look up blacklisted numbers',
	description: 'Find out which of the given numbers are on the blacklist; returns one item for each number',
	fields: { instanceId, numbers },
	additionalFields: { jobId },
	sends: ({ numbers: given, jobId: job, ...values }) => ({ ...values, numbers: given.map((number) => ({ number, jobId: job })) }),
});
