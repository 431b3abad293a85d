import { text } from '../../../common/action/fields';
import { objectsIn, simplifiedInformation, wholeInformation } from '../../callInformation';
import { agentAction } from '../agentAction';

const skillId = text({
	displayName: 'Skill ID',
	description: "The skill queue whose calls are listed; 'Get Skills' shows those of the agent",
	example: '25',
	check: (value) => (/^\d{1,9}$/.test(value) ? undefined : 'enter the number of a skill queue'),
});

/** Source: "Querying Information About Calls Waiting in a Specified Skill Queue" (cec_07_0429). */
export const getWaitingCalls = agentAction({
	operation: 'getWaitingCalls',
	name: 'Get Waiting',
	action: 'Get waiting calls',
	description: 'List the calls that wait in a skill queue because no agent is free',
	effect: 'read',
	fields: { skillId },
	async perform(client, { skillId: skill }, { simplify }) {
		const { agentId } = client.account;
		const session = await client.any();
		const { result } = await session.request({ method: 'GET', path: `/calldata/${agentId}/waitcallinfo/${skill}` });
		return objectsIn(result).map((info) => (simplify ? simplifiedInformation(info) : wholeInformation(info)));
	},
});
