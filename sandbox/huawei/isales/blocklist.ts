import { ISalesError, parameterError } from './errors';

interface Entry {
	blockNum: string;
	/** Empty for one without an end. */
	validityExpirationTime: string;
	restrictTimes?: number;
	restrictPeriod?: number;
}

const NUMBER = /^[0-9*#]{1,24}$/;
const MOST = 20;

/** The numbers that campaigns must not call. */
export class Blocklist {
	private entries: Entry[] = [];

	/** Whether the number is not to be called at all. */
	blocks(number: string): boolean {
		return this.entries.some(({ blockNum, restrictTimes }) => blockNum === number && restrictTimes === undefined);
	}

	numbers(): string[] {
		return this.entries.map(({ blockNum }) => blockNum);
	}

	/** Adds all of the numbers or none. */
	add(numbers: string[], settings: Omit<Entry, 'blockNum'>): void {
		if (numbers.length > MOST) throw new ISalesError('02000011', `blocklist: at most ${MOST} numbers`);
		const wrong = numbers.find((number) => !NUMBER.test(number));
		if (wrong !== undefined) throw parameterError(`blocklist: ${wrong} is not a number`);
		const isListed = numbers.some((number, index) => this.entries.some(({ blockNum }) => blockNum === number) || numbers.indexOf(number) < index);
		if (isListed) throw parameterError('blocklist: a number exists already');
		this.entries.push(...numbers.map((blockNum) => ({ ...settings, blockNum })));
	}

	remove(number: string): void {
		if (!this.entries.some(({ blockNum }) => blockNum === number)) throw parameterError(`blocklistNo: ${number} is not listed`);
		this.entries = this.entries.filter(({ blockNum }) => blockNum !== number);
	}

	/** Either these numbers or a page. */
	query(numbers: string[] | undefined, offset = 0, limit = 10): { totalCount: number; data: object[] } {
		const found = numbers ? this.entries.filter(({ blockNum }) => numbers.includes(blockNum)) : this.entries;
		const page = numbers ? found : found.slice(offset, offset + limit);
		return { totalCount: found.length, data: page.map((entry) => ({ ...entry, flag: 1 })) };
	}

	reset(): void {
		this.entries = [];
	}
}
