import { bytesOf, type Body } from './body';
import { growthFault } from './growth';
import type { FuzzedTrigger, Reply } from './trigger';

const LONGEST_REASON = 300;

/** What every object inherits; nothing may be added or replaced. */
const SHARED = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Number.prototype];

function inherited(): string {
	return SHARED.map((shared) => {
		const properties = Object.getOwnPropertyDescriptors(shared);
		return Reflect.ownKeys(properties).map(String).join();
	}).join(';');
}

const INHERITED = inherited();
const TO_STRING = Object.prototype.toString;

function answerFaults({ status, reason }: Reply): string[] {
	if (status === 200) return [];
	if (status < 400 || status > 499) return [`answered ${status} (${String(reason)})`];
	const isClear = typeof reason === 'string' && reason.length >= 10 && reason.length <= LONGEST_REASON;
	return isClear ? [] : [`a refusal with the reason ${JSON.stringify(reason)?.slice(0, 80)}`];
}

/** Everything in an item that would not survive as JSON, or would do harm when copied. */
function itemFaults(value: unknown): string[] {
	const faults = new Set<string>();
	const open: unknown[] = [value];
	while (open.length > 0) {
		const next = open.pop();
		if (typeof next === 'number' && !Number.isFinite(next)) faults.add(`the item holds the number ${next}`);
		if (['bigint', 'function', 'symbol'].includes(typeof next)) faults.add(`the item holds a ${typeof next}`);
		if (typeof next !== 'object' || next === null) continue;
		if (![Object.prototype, Array.prototype].includes(Object.getPrototypeOf(next) as object)) faults.add('the item holds an object of a class');
		if (Object.hasOwn(next, '__proto__')) faults.add('the item holds a key __proto__');
		for (const inner of Object.values(next)) open.push(inner);
	}
	try {
		JSON.stringify(value);
	} catch (error) {
		faults.add(`the item is not JSON: ${String(error)}`);
	}
	return [...faults];
}

/** The same JSON in another spelling is the same delivery: acknowledged, without a second run. */
async function twinFaults(trigger: FuzzedTrigger, body: Body, first: Reply): Promise<string[]> {
	if (!body.twin || first.items.length === 0) return [];
	const second = await trigger.receive(bytesOf(body.twin, body.encoding));
	if (second.status !== 200) return [`written differently it is answered with ${second.status}`];
	return second.items.length > 0 ? ['written differently it has another deliveryId'] : [];
}

/** The promises that the trigger breaks with this body. */
export async function faultsOf(trigger: FuzzedTrigger, body: Body): Promise<string[]> {
	let reply: Reply | undefined;
	const measure = async (sized: Body) => {
		const bytes = bytesOf(sized.pieces, sized.encoding);
		trigger.forget();
		reply = await trigger.receive(bytes);
		return { bytes: bytes.length, ms: reply.ms };
	};
	try {
		const growth = await growthFault(body, measure);
		// At full size, such a body might take forever.
		if (growth !== undefined || !reply) return [growth ?? 'was not sent'];
		const faults = [...answerFaults(reply), ...itemFaults(reply.items.map(({ json }) => json)), ...(await twinFaults(trigger, body, reply))];
		const polluted = inherited() !== INHERITED || Object.prototype.toString !== TO_STRING;
		return polluted ? [...faults, 'a shared prototype was changed'] : faults;
	} catch (error) {
		return [`threw ${String(error).slice(0, 200)}`];
	}
}
