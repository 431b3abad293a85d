/** A list from an array or from text with commas, semicolons or white space between the entries. */
export function listOf(value: unknown): string[] {
	const entries: unknown[] = Array.isArray(value) ? value : [value];
	return entries
		.filter((entry) => typeof entry === 'string' || typeof entry === 'number')
		.flatMap((entry) => String(entry).split(/[\s,;，；、]+/))
		.filter((entry) => entry !== '');
}
