import type { Resource } from '../../../common/action/resource';
import type { AiccClient } from '../../aicc/client';
import { connectAicc } from '../../aicc/connect';
import { getManyAccessCodes } from './getManyAccessCodes';
import { getManyAgents } from './getManyAgents';
import { getManyIvrFlows } from './getManyIvrFlows';
import { getManySkills } from './getManySkills';

export const configuration: Resource<AiccClient> = {
	name: 'Configuration',
	value: 'configuration',
	defaultOperation: 'getManySkills',
	connect: connectAicc,
	actions: [getManySkills, getManyAgents, getManyIvrFlows, getManyAccessCodes],
};
