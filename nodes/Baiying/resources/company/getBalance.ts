import { defineAction } from '../../../common/action/action';
import type { BaiyingClient } from '../../api/client';
import { AI_BALANCE, COMMUNICATION_BALANCE } from '../../api/operationNames';
import { objectOf } from '../../callback/json';
import { amount } from '../../callback/values';
import { companyId } from '../../fields';
import { shortened } from '../rows';

/** Sources: byai.openapi.company.communication.balance and byai.openapi.company.ai.balance. */
export const getBalance = defineAction<BaiyingClient>()({
	operation: 'getBalance',
	name: 'Get Balance',
	action: 'Get company balance',
	description: 'Get what is left for calls and for the robots. Only the open platform knows it.',
	effect: 'read',
	fields: { companyId },
	async perform(client, values, { simplify }) {
		const communication = await client.send(COMMUNICATION_BALANCE, values);
		const ai = await client.send(AI_BALANCE, values);
		const both = { communication: objectOf(communication.data), ai: objectOf(ai.data) };
		const short = () => ({
			communicationAmount: amount(both.communication.amount),
			aiAmount: amount(both.ai.amount),
			aiPrice: amount(both.ai.price),
			aiSeats: amount(both.ai.num),
		});
		return [shortened(both, short, simplify)];
	},
});
