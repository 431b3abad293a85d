import { instanceId, jobId } from '../../fields';
import { callAction } from './callAction';
import { transferee, transferFields, transfereeType } from './transferFields';

/** Source: InitiateAttendedTransfer, api.aliyun.com/document/CCC/2020-07-01/InitiateAttendedTransfer. */
export const initiateAttendedTransfer = callAction({
	operation: 'initiateAttendedTransfer',
	name: 'Initiate Attended Transfer',
	action: 'Initiate attended transfer of call',
	description: 'Ring another agent, a skill group or an outside number, so that the agent can talk to them before the customer is handed over',
	fields: { instanceId, jobId, transferee: transferee('Who is consulted: the ID of an agent or a skill group, or an outside phone number') },
	additionalFields: {
		...transferFields,
		transfereeType: transfereeType({ name: 'Outside Number', value: 'EXTERNAL' }),
	},
});
