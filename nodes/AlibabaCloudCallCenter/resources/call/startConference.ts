import { textList } from '../../../common/action/fields';
import { instanceId, tags, timeoutSeconds, userId } from '../../fields';
import { callAction } from './callAction';

const participants = textList({
	displayName: 'Participants',
	description: 'Who is rung: phone numbers of customers and extensions of agents. Separate several with commas.',
	example: '80451234, 13720000000',
});

/** Source: StartConference, api.aliyun.com/document/CCC/2020-07-01/StartConference. */
export const startConference = callAction({
	operation: 'startConference',
	name: 'Start Conference',
	action: 'Start conference call',
	description: 'Ring several agents and customers and connect them all with an agent; everybody hears everybody',
	fields: { instanceId, participants },
	additionalFields: { tags, timeoutSeconds, userId },
});
