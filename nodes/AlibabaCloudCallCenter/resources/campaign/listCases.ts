import { choice, text } from '../../../common/action/fields';
import { campaignId, instanceId } from '../../fields';
import { pageAction } from '../kinds';

const phoneNumber = text({
	displayName: 'Phone Number',
	description: 'Only the case with exactly this number',
	example: '13720000000',
});

const state = choice({
	displayName: 'State',
	description: 'Only cases in this state',
	default: 'Failed',
	choices: [
		{ name: 'Aborted', value: 'Aborted', description: 'Canceled, and not called anymore' },
		{ name: 'Connected', value: 'Connected', description: 'The customer was reached' },
		{ name: 'Executing', value: 'Executing', description: 'The customer is being called' },
		{ name: 'Failed', value: 'Failed', description: 'The customer was not reached' },
		{ name: 'Forbidden', value: 'Forbidden', description: 'A rule forbids the call, such as a blacklist' },
		{ name: 'Pending', value: 'Pending', description: 'The customer has not been called' },
	],
});

/** Source: ListCases, api.aliyun.com/document/CCC/2020-07-01/ListCases. */
export const listCases = pageAction({
	operation: 'listCases',
	name: 'Get Many Cases',
	action: 'Get many cases of campaign',
	description: 'Get the customers of a campaign: who was reached, how often each was called, and why a call failed. Alibaba Cloud returns up to 10,000 of them.',
	fields: { instanceId, campaignId },
	filters: { phoneNumber, state },
});
