import { contactId, instanceId } from '../../fields';
import { pageAction, time } from '../kinds';

/** Source: ListIvrTrackingDetails, api.aliyun.com/document/CCC/2020-07-01/ListIvrTrackingDetails. */
export const listIvrTrackingDetails = pageAction({
	operation: 'listIvrTrackingDetails',
	name: 'Get Many IVR Steps',
	action: 'Get many IVR steps of call record',
	description: 'Get each step that a call took through the voice menu: what was played, what was pressed, and how the step ended',
	fields: { instanceId, contactId },
	short: {
		flowName: 'flowName',
		nodeName: 'nodeName',
		nodeType: 'nodeType',
		exitCode: 'nodeExitCode',
		enteredAt: time('enterTime'),
		leftAt: time('leaveTime'),
		properties: 'nodeProperties',
		variables: 'nodeVariables',
		flowId: 'flowId',
		nodeId: 'nodeId',
	},
});
