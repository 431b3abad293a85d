import type { Case } from './case';

export const configuration: Case[] = [
	{
		operation: 'getManySkills',
		parameters: { returnAll: true, filters: { name: 's', mediaType: '5' } },
		sends: { operation: 'querySkills', fields: { name: 's', mediaTypeId: '5', limit: '100', offset: '0' } },
		returns: { skillId: 1, name: 'sales', media: 'voice', maxWaitSeconds: 60 },
		count: 2,
	},
	{
		operation: 'getManyAgents',
		parameters: { returnAll: true, filters: { agentType: '4' } },
		sends: { operation: 'queryAgents', fields: { agentType: ['4'], pageNum: 0, pageSize: 100 } },
		returns: { agentId: '291', name: 'Zhang San', softphone: '40038', type: 'audio', role: 'agent', skillIds: [1] },
		count: 2,
	},
	{
		operation: 'getManyIvrFlows',
		parameters: { returnAll: false, limit: 1 },
		sends: { operation: 'queryIvrFlows', fields: {} },
		returns: { flowId: 1, description: 'Opening hours', accessCode: '02160000001', isLoaded: true },
	},
	{
		operation: 'getManyAccessCodes',
		parameters: { returnAll: true, filters: { accessCode: '0216', description: 'e', mediaType: '5' } },
		sends: { operation: 'queryAccessCodes', fields: { accessCode: '0216', description: 'e', mediatypeId: 5, limit: 100, offset: 0 } },
		returns: { accessCode: '02160000000', direction: 'both', media: 'voice', serviceNumber: '4006000000', accessCodeId: '1201763136043459001' },
		count: 2,
	},
];
