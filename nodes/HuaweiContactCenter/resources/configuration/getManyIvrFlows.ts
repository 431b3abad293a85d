import { pageAction } from '../../aicc/pages';
import { readIvrFlows } from '../../aicc/reads';

/** Source: queryIVRFlowList (cec_07_1036). */
export const getManyIvrFlows = pageAction({
	operation: 'getManyIvrFlows',
	name: 'Get Many IVR Flows',
	action: 'Get many IVR flows of configuration',
	description: 'List the IVR flows of the tenant, with the access codes that lead into them',
	fields: {},
	read: async (client, _values, { offset }) => {
		const { rows, total } = await readIvrFlows(client);
		return { rows: rows.slice(offset), total };
	},
	short: (flow) => ({
		flowId: flow.id,
		description: flow.description,
		accessCode: flow.accessCode,
		fileName: flow.flowFileName,
		maxCalls: flow.maxCallNum,
		isLoaded: flow.isLoad === undefined ? undefined : Number(flow.isLoad) === 1,
	}),
});
