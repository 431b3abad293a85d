import type { IDataObject } from 'n8n-workflow';
import { outcomeOf, type ItemOutcome } from '../callFindings';
import type { StoredExecution } from '../stage';
import { CALLING, SHARED_OUT } from './workflow';

/** What the node said about one attempt to call a customer. Moments are ms since the epoch, on the clock of the campaign. */
export interface ToldAttempt {
	phone: string;
	key: string;
	/** Undefined unless the node said exactly one thing about the item. */
	outcome?: ItemOutcome;
	/** When the node began with its items, and when it had ended. */
	from: number;
	to: number;
	verdict?: string;
	reason?: string;
	nextAllowedAt?: string | null;
	/** Of an item that failed. */
	code?: string;
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

function toldOf(customer: IDataObject, own: IDataObject[], from: number, to: number): ToldAttempt {
	const [only] = own;
	const about = { phone: String(customer.phone), key: String(customer.key), from, to };
	if (!only || own.length > 1) return about;
	const { verdict, reason, nextAllowedAt, details } = only;
	return {
		...about,
		outcome: outcomeOf(only),
		verdict: textOf(verdict),
		reason: textOf(reason),
		nextAllowedAt: nextAllowedAt as string | null | undefined,
		code: textOf((details as IDataObject | undefined)?.code),
	};
}

/** What the two nodes said in an execution that ended. */
export function toldBy({ data }: StoredExecution): ToldAttempt[] {
	const { runData } = data.resultData;
	return CALLING.flatMap((name, output) => {
		const customers = runData[SHARED_OUT]?.[0]?.data?.main?.[output === 0 ? 0 : 1] ?? [];
		const task = runData[name]?.at(-1);
		const items = task?.data?.main?.[0] ?? [];
		const [from, to] = task ? [task.startTime, task.startTime + task.executionTime] : [Number.NaN, Number.NaN];
		return customers.map(({ json }, index) => {
			const own = items.filter(({ pairedItem }) => typeof pairedItem === 'object' && !Array.isArray(pairedItem) && pairedItem.item === index);
			return toldOf(json, own.map((item) => item.json), from, to);
		});
	});
}
