import { defineAction } from '../../../common/action/action';
import { resultOf, stateOf } from '../../aicc/callResult';
import { known, objectOf, timeOf } from '../../aicc/values';
import type { CallClient } from './client';
import { callSerialNo } from './fields';

/** Source: queryCallState (cec_07_1306). */
export const getState = defineAction<CallClient>()({
	operation: 'getState',
	name: 'Get State',
	action: 'Get state of two party call',
	description: 'See whether a call still waits, rings, is going on or has ended, and how it ended',
	effect: 'read',
	fields: { callSerialNo },
	async perform(client, values, { simplify }) {
		const call = objectOf((await client.send('queryCallState', values)).result);
		if (!simplify) return [{ ...values, ...call }];
		const { caller, called, startTime, endTime } = call;
		return [known({ ...values, state: stateOf(call), ...resultOf(call), caller, called, startedAt: timeOf(startTime), endedAt: timeOf(endTime) })];
	},
});
