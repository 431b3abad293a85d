import { customerId } from './customer';

/** What stands between two numbers in a text or in a cell of a table. */
const BETWEEN = /[,，;；、/|\n\r\t]/;

/** A blank may stand between two numbers or within one. With as many digits, what it sets apart is a number of its own. */
const COMPLETE = /^\D*(?:\d\D*){10,}$/;

/** The numbers of a list, as `customerId` returns them. */
export function numbersIn(entries: string[]): Set<string> {
	const numbers = new Set<string>();
	for (const piece of entries.flatMap((entry) => entry.split(BETWEEN))) {
		if (piece.trim() === '') continue;
		numbers.add(customerId(piece));
		const parts = piece.trim().split(/\s+/);
		if (parts.length === 1) continue;
		for (const part of parts) if (COMPLETE.test(part)) numbers.add(customerId(part));
	}
	return numbers;
}
