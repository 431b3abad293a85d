import { sleep } from 'n8n-workflow';
import type { Gateway, GatewayAnswer, GatewayRequest } from '../gateway/gateway';
import { turnsAway } from '../gateway/retcodes';

/** So often in a row the gateway refuses the guid before that counts: the guid changes now and then, and old and new can overlap. */
export const MOST_TURNED_AWAY = 5;

/** Asks again, with the newest guid, while the gateway refuses the guid; it has done nothing then, so even a dial may go out again. */
export async function askUntilAdmitted(gateway: Gateway, request: GatewayRequest, pauseMs: number): Promise<GatewayAnswer> {
	for (let tries = 1; ; tries++) {
		const answer = await gateway.ask(request);
		if (!turnsAway(answer.retcode) || tries === MOST_TURNED_AWAY) return answer;
		await sleep(pauseMs);
	}
}
