/** Compares names that consist of ASCII; `localeCompare` takes several milliseconds for its first comparison. */
export function inOrder(a: string, b: string): number {
	const [left, right] = [a.toLowerCase(), b.toLowerCase()];
	if (left === right) return 0;
	return left < right ? -1 : 1;
}
