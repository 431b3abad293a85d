import { jsonList } from '../../../common/action/fields';
import { instanceId, jobId, skillGroupId, tags, userId } from '../../fields';
import { callAction } from './callAction';

const candidateUsers = jsonList({
	displayName: 'Candidate Users',
	description: 'The agents who may get the call (f0), each with a skill group (f1), as a JSON list',
	example: '[{ "f0": "agent2@ccc-test", "f1": "skillgroup@ccc-test" }]',
});

/** Source: ClaimCall, api.aliyun.com/document/CCC/2020-07-01/ClaimCall. */
export const claimCall = callAction({
	operation: 'claimCall',
	name: 'Claim',
	action: 'Claim queued call',
	description: 'Assign a call that waits in a queue with manual routing to an agent, whose phone then rings',
	// No new call is placed, but the phone of the agent who gets this one rings.
	effect: 'dial',
	fields: { instanceId, jobId },
	additionalFields: {
		candidateUsers,
		skillGroupId,
		tags,
		userId,
	},
});
