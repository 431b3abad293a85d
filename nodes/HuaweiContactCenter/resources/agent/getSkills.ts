import type { IDataObject } from 'n8n-workflow';
import { objectsIn } from '../../callInformation';
import { agentAction } from '../agentAction';

/** `mediatype` codes of "Querying Configured Skill Queues" (cec_07_1206) and of the call information (cec_07_1266). */
const MEDIA = new Map([
	['1', 'textChat'],
	['2', 'clickToDial'],
	['4', 'callback'],
	['5', 'voice'],
]);

function simplified({ id, name, mediatype }: IDataObject): IDataObject {
	return { skillId: String(id), name, mediaType: MEDIA.get(String(mediatype)) ?? 'other' };
}

/** Source: "Querying Configured Skill Queues" (cec_07_1206). */
export const getSkills = agentAction({
	operation: 'getSkills',
	name: 'Get Skills',
	action: 'Get skills of agent',
	description: 'List the skill queues that are set up for the agent, whether they are in use or not',
	effect: 'read',
	fields: {},
	async perform(client, _values, { simplify }) {
		const { agentId } = client.account;
		const session = await client.any();
		const { result } = await session.request({ method: 'GET', path: `/onlineagent/${agentId}/agentskills` });
		return objectsIn(result).map((skill) => (simplify ? { agentId, ...simplified(skill) } : { agentId, ...skill }));
	},
});
