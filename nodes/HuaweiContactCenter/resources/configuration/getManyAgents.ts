import { choice, text } from '../../../common/action/fields';
import { pageAction } from '../../aicc/pages';
import { readAgents } from '../../aicc/reads';
import { rowsOf, textOf } from '../../aicc/values';

const TYPES: Readonly<Record<string, string>> = { '4': 'audio', '5': 'multimedia', '11': 'video', '99': 'all', '255': 'idle' };
const ROLES: Readonly<Record<string, string>> = { '2': 'agent', '3': 'inspector', '4': 'outbound' };

const userAccount = text({ displayName: 'Account', description: 'Only the agent with this account', example: 'zhang.san' });

const agentType = choice({
	displayName: 'Type',
	description: 'Only agents of this type',
	default: '4',
	choices: [
		{ name: 'All Media', value: '99' },
		{ name: 'Audio', value: '4' },
		{ name: 'Multimedia', value: '5' },
		{ name: 'Video', value: '11' },
	],
});

/** Source: agentAccount/query (cec_07_1004). */
export const getManyAgents = pageAction({
	operation: 'getManyAgents',
	name: 'Get Many Agents',
	action: 'Get many agents of configuration',
	description: 'List the agents of the tenant, with their work numbers, softphones and skills',
	fields: {},
	filters: { agentType, userAccount },
	async read(client, { agentType: type, userAccount: account }, place) {
		return await readAgents(client, place, { userAccount: account, agentType: type === undefined ? undefined : [type] });
	},
	short: (agent) => ({
		agentId: textOf(agent.workNo),
		userAccount: agent.userAccount,
		name: agent.userName,
		softphone: textOf(agent.sipAccount),
		type: TYPES[textOf(agent.agentType) ?? ''] ?? agent.agentType,
		role: ROLES[textOf(agent.ccRoleId) ?? ''] ?? agent.ccRoleId,
		phone: textOf(agent.phone),
		email: agent.email,
		skillIds: rowsOf(agent.skills).map(({ skillId }) => skillId),
	}),
});
