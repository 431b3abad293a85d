import { choice, text } from '../../../common/action/fields';
import { dateTime, epochMs } from '../../../common/action/dateTime';
import { InputError } from '../../../common/vendor/errors';
import { campaignId, dialable, longest } from '../../isales/fields';
import { createAction } from '../../isales/kinds';

const CALL_TYPES = { manual: 1, automatic: 2 } as const;

const callType = choice({
	displayName: 'Call Type',
	description: 'Who places the call when the time has come',
	default: 'automatic',
	choices: [
		{ name: 'Automatic', value: 'automatic', description: 'The campaign, which may begin 5 minutes early' },
		{ name: 'Manual', value: 'manual', description: 'An agent, who is reminded' },
	],
});

const calledNo = text({ displayName: 'Called Number', description: 'The customer to call', example: '13720000000', check: dialable });

const appointTime = dateTime({ displayName: 'Appoint Time', description: 'When the customer wants to be called' });

const callData = text({ displayName: 'Call Data', description: 'What the robot or the agent gets to know about the customer, as JSON text; only for automatic calls', example: '{ "name": "Li Na" }', check: longest(1024) });

const remark = text({ displayName: 'Remark', description: 'A note for the agent', example: 'Wants to hear about prices' });

const userAccount = text({ displayName: 'Agent Account', description: 'The account of the agent, in the public cloud', example: 'agent101' });

const workNo = text({ displayName: 'Agent Work Number', description: 'The work number of the agent, in a contact center of your own', example: '101' });

/** Source: "Creating a Reserved Call" (cec_07_0777). */
export const create = createAction({
	operation: 'create',
	name: 'Create',
	action: 'Create reserved call',
	description: 'Call a customer at the agreed time, by the campaign or by an agent',
	effect: 'dial',
	dials: 'calledNo',
	findBy: { campaign: 'taskId' },
	result: 'id',
	fields: { taskId: campaignId, callType, calledNo, appointTime },
	additionalFields: { callData, remark, userAccount, workNo },
	check(values) {
		if (values.callType === 'manual' && values.callData !== undefined) throw new InputError("'Call Data' is only for automatic calls: remove it, or set 'Call Type' to Automatic");
		if (values.callType === 'manual' && values.userAccount === undefined && values.workNo === undefined) {
			throw new InputError("A manual call needs an agent: add 'Agent Account' (public cloud) or 'Agent Work Number'");
		}
	},
	sends: ({ callType: type, appointTime: time, ...values }, { timeZone }) => ({
		method: 'POST',
		path: '/appoint/create',
		body: { ...values, callType: CALL_TYPES[type as keyof typeof CALL_TYPES], appointTime: epochMs(time, timeZone) },
	}),
});
