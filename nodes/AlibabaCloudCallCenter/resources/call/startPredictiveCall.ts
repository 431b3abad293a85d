import { locator } from '../../../common/action/fields';
import { contactFlowVariables, instanceId, phoneNumber, tags, timeoutSeconds } from '../../fields';
import { skillGroups } from '../../fields/accountLists';
import { flow, maskedCallee, outboundNumber } from './fields';
import { startAction } from './startAction';

const skillGroupId = locator({
	displayName: 'Skill Group',
	description: 'The skill group whose numbers alone may be used for the call',
	example: 'skillgroup@ccc-test',
	search: skillGroups,
});

/** Source: StartPredictiveCall, api.aliyun.com/document/CCC/2020-07-01/StartPredictiveCall. */
export const startPredictiveCall = startAction({
	operation: 'startPredictiveCall',
	name: 'Start Predictive Call',
	action: 'Start predictive call',
	description: 'Ring the callee, who hears a contact flow after answering; the flow can then bring in an agent',
	fields: {
		instanceId,
		caller: outboundNumber('Caller', 'The outbound number of the instance that the callee sees'),
		callee: phoneNumber('Callee', 'The number that is rung, for example that of the customer', '13720000000'),
		contactFlowId: flow('The flow (IVR) that the callee hears after answering'),
	},
	additionalFields: { contactFlowVariables, maskedCallee, skillGroupId, tags, timeoutSeconds },
});
