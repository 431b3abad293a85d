import { contactFlowVariables, instanceId, jobId, skillGroupId } from '../../fields';
import { callAction } from './callAction';
import { transferee, transferFields, transfereeType } from './transferFields';

/** Source: BlindTransfer, api.aliyun.com/document/CCC/2020-07-01/BlindTransfer. */
export const blindTransfer = callAction({
	operation: 'blindTransfer',
	name: 'Blind Transfer',
	action: 'Transfer call blindly',
	description: 'Ring another agent, a skill group or an outside number and hand the customer over at once; if nobody answers in time, the call ends',
	fields: { instanceId, jobId, transferee: transferee('Who gets the call: the ID of an agent, a skill group or a contact flow, or an outside phone number') },
	additionalFields: {
		...transferFields,
		contactFlowVariables,
		skillGroupId,
		transfereeType: transfereeType({ name: 'Contact Flow (IVR)', value: 'IVR' }, { name: 'Outside Number', value: 'EXTERNAL_NUMBER' }),
	},
});
