import type { IDataObject } from 'n8n-workflow';
import { pause } from '../../common/run/pause';
import { VendorError } from '../../common/vendor/errors';
import { queryBlocklist } from './blocklist';
import type { ISalesClient } from './client';
import { rowsOf, textOf } from './rows';

/** The most numbers in one request. Source: cec_07_0759 (numbers) and cec_07_0744 (block list). */
export const MOST_NUMBERS = 20;

/** The least time between two requests on one campaign. Source: cec_07_0759. */
export const BETWEEN_REQUESTS_MS = 1000;

/** What stands for an item among those that go out in one request. */
export interface Row {
	/** The vendor refuses a request that has this twice. */
	key: string;
	numbers: string[];
	body: unknown;
}

/** Why the vendor would not take a row. */
export type Reasons = Map<Row, string>;

/** What the block list has for a row. */
export type Entries = Map<Row, IDataObject>;

interface Together {
	client: ISalesClient;
	/** Said of a number that is on the block list. */
	ifListed: string;
	canceled?: AbortSignal;
	/** Sends the rows in one request. */
	send(rows: Row[]): Promise<IDataObject>;
}

/** Refusals that are not about single numbers. */
const NOT_ABOUT_NUMBERS = new Set(['0200007', '0200011', '03000002', '03000004']);

function twice(rows: Row[]): Reasons {
	const repeated = rows.filter(({ key }, index) => rows.findIndex((other) => other.key === key) < index);
	return new Map(repeated.map((row) => [row, 'An earlier item of the same request has the same number or session ID. The contact center takes each only once']));
}

function named(rows: Row[], said: string): Reasons {
	const numbers = new Set(said.match(/[0-9*#]+/g) ?? []);
	const found = rows.filter((row) => row.numbers.some((number) => number.length > 4 && numbers.has(number)));
	return new Map(found.map((row) => [row, `The contact center refused the number: ${said}`]));
}

const NOT_LISTED = new Set(['0', 'false', 'N']);

/** What the block list has for the numbers; empty if the list cannot be read, because the refusal then says more. */
async function listed({ client }: Together, rows: Row[]): Promise<Entries> {
	const numbers = [...new Set(rows.flatMap((row) => row.numbers))].slice(0, MOST_NUMBERS);
	const answer = await client(queryBlocklist({ blocklist: numbers })).catch(() => ({}));
	const found = rowsOf(answer).filter(({ flag }) => !NOT_LISTED.has(String(flag)));
	return new Map(
		rows.flatMap((row) => {
			const entry = found.find(({ blockNum }) => row.numbers.includes(textOf(blockNum) ?? ''));
			return entry ? [[row, entry] as const] : [];
		}),
	);
}

async function culprits(together: Together, rows: Row[], error: unknown): Promise<{ refused: Reasons; found: Entries }> {
	if (!(error instanceof VendorError) || error.failure !== 'refused' || !/^0\d+$/.test(error.code) || NOT_ABOUT_NUMBERS.has(error.code)) throw error;
	const found = await listed(together, rows);
	const refused = new Map([...named(rows, error.details().vendorMessage ?? ''), ...[...found.keys()].map((row) => [row, together.ifListed] as const)]);
	const mayContinue = refused.size > 0 && (await pause(BETWEEN_REQUESTS_MS, together.canceled));
	if (!mayContinue) throw error;
	return { refused, found };
}

/**
 * Sends rows in one request. The vendor refuses all of them because of one that is block-listed or there twice; then it has done
 * nothing, so the others are sent again without it.
 *
 * @returns the answer to the rows that were accepted, why the others were not, and what the block list has for those that are on it
 */
export async function sendTogether(together: Together, rows: Row[]): Promise<{ answer: IDataObject; reasons: Reasons; entries: Entries }> {
	const reasons = twice(rows);
	const entries: Entries = new Map();
	for (;;) {
		const open = rows.filter((row) => !reasons.has(row));
		if (open.length === 0) return { answer: {}, reasons, entries };
		try {
			return { answer: await together.send(open), reasons, entries };
		} catch (error) {
			const { refused, found } = await culprits(together, open, error);
			for (const [row, reason] of refused) reasons.set(row, reason);
			for (const [row, entry] of found) entries.set(row, entry);
		}
	}
}
