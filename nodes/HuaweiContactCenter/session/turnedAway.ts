import { sleep } from 'n8n-workflow';
import type { Gateway, GatewayAnswer, GatewayRequest } from '../gateway/gateway';
import { turnsAway } from '../gateway/retcodes';

/** How many refusals of the guid in a row count as real: the guid changes now and then, and old and new can overlap. */
export const MOST_TURNED_AWAY = 5;

/** Asks again with the newest guid while the gateway refuses the guid. It has done nothing then, so even a dial may be sent again. */
export async function askUntilAdmitted(gateway: Gateway, request: GatewayRequest, pauseMs: number): Promise<GatewayAnswer> {
	for (let tries = 1; ; tries++) {
		const answer = await gateway.ask(request);
		if (!turnsAway(answer.retcode) || tries === MOST_TURNED_AWAY) return answer;
		await sleep(pauseMs);
	}
}
