import type { Random } from '../random';
import { ENDS_AT, OPEN_SPANS, STARTS_AT } from './week';

/** One attempt to call a customer. */
export interface Attempt {
	phone: string;
	salesPhone: string;
	/** Its once-key. */
	key: string;
	/** Which of the two nodes gets it. */
	isService: boolean;
}

export interface WeekBatch {
	batch: number;
	/** When it comes in. */
	at: number;
	customers: Attempt[];
}

export interface Plan {
	batches: WeekBatch[];
	/** Of customers, without anything between their digits. */
	doNotCall: Set<string>;
	/** The same numbers and others, as people write them. */
	written: string[];
}

/** A small campaign has smaller batches, so that there are enough of them. */
const MOST_IN_BATCH = 100;
const LEAST_IN_BATCH = 10;
const CUSTOMERS_PER_SIZE = 100;
/** Most customers come this often in the week. */
const TIMES = [3, 5] as const;
/** Some come much more often. */
const OFTEN = { share: 0.05, times: 8 };
const LISTED_SHARE = 0.03;
const STRANGERS = 50;
/** The share of the batches that come within the calling hours; the others come at any time. */
const IN_HOURS = 0.4;
/** The share of the batches that come at the same moment as the one before. */
const AT_ONCE = 0.15;

const STYLES: ReadonlyArray<(number: string) => string> = [
	(number) => number,
	(number) => `+86${number}`,
	(number) => `+86 ${number}`,
	(number) => `0086${number}`,
	(number) => `0${number}`,
	(number) => number.replace(/^(\d{3})(\d{4})/, '$1 $2 '),
	(number) => number.replace(/^(\d{3})(\d{4})/, '$1-$2-'),
	(number) => number.replace(/^(\d{3})(\d{4})/, '+86 ($1) $2 '),
];

function momentWithin(random: Random): number {
	const spans = OPEN_SPANS.filter(({ from, to }) => from >= STARTS_AT && to <= ENDS_AT);
	const { from = 0, to = 0 } = random.pick(spans) ?? {};
	return random.whole(from, to - 1);
}

function chunks<T>(list: T[], size: number): T[][] {
	return Array.from({ length: Math.ceil(list.length / size) }, (_, chunk) => list.slice(chunk * size, (chunk + 1) * size));
}

/** Draws who comes in when, and who must not be called. */
export function planOf(customers: number, random: Random): Plan {
	const people = Array.from({ length: customers }, (_, index) => String(index).padStart(7, '0')).map((own) => ({ phone: `1372${own}`, salesPhone: `1391${own}` }));
	const timesOf = () => (random.chance(OFTEN.share) ? OFTEN.times : random.whole(...TIMES));
	const wanted = random.shuffled(people.flatMap((person) => Array.from({ length: timesOf() }, () => person)));
	const size = Math.min(MOST_IN_BATCH, Math.max(LEAST_IN_BATCH, Math.round(customers / CUSTOMERS_PER_SIZE)));
	let last = STARTS_AT;
	const batches = chunks(wanted, size).map((some, batch): WeekBatch => {
		if (batch === 0 || !random.chance(AT_ONCE)) last = random.chance(IN_HOURS) ? momentWithin(random) : random.whole(STARTS_AT, ENDS_AT - 1);
		return { batch, at: last, customers: some.map((person, index) => ({ ...person, key: `week-${batch}-${index}`, isService: random.chance(0.5) })) };
	});
	const listed = people.filter(() => random.chance(LISTED_SHARE)).map(({ phone }) => phone);
	const strangers = Array.from({ length: STRANGERS }, (_, index) => `1390000${String(index).padStart(4, '0')}`);
	const written = random.shuffled([...listed, ...strangers]).map((number) => (random.pick(STYLES) ?? String)(number));
	return { batches: batches.sort((a, b) => a.at - b.at), doNotCall: new Set(listed), written };
}
