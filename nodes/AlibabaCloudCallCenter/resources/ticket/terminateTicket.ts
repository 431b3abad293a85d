import { text } from '../../../common/action/fields';
import { instanceId } from '../../fields';
import { commandAction } from '../kinds';
import { ticketId } from './fields';

const comment = text({
	displayName: 'Comment',
	description: 'Why the ticket is closed, for those who read it later',
	example: 'The customer withdrew the request',
});

/** Source: TerminateTicket, api.aliyun.com/document/CCC/2020-07-01/TerminateTicket. */
export const terminateTicket = commandAction({
	operation: 'terminateTicket',
	name: 'Close',
	action: 'Close ticket',
	description: 'End a ticket before all its steps are done; nobody has to handle it anymore',
	fields: { instanceId, ticketId },
	additionalFields: { comment },
});
