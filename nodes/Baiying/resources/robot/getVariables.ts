import { defineAction } from '../../../common/action/action';
import type { BaiyingClient } from '../../api/client';
import { companyId, robotDefId } from '../../fields';
import { variablesOf } from './variables';

/** Sources: byai.openapi.company.scenevariables.get; GET /task/getSceneVariables, api.byrobot.cn/doc/v2/. */
export const getVariables = defineAction<BaiyingClient>()({
	operation: 'getVariables',
	name: 'Get Variables',
	action: 'Get robot variables',
	description: "Get the variables in the robot's script, for which each imported customer needs a value",
	effect: 'read',
	simplify: false,
	fields: { companyId, robotDefId },
	perform: async (client, values) => [{ robotDefId: values.robotDefId, variables: await variablesOf(client, values.companyId, values.robotDefId) }],
});
