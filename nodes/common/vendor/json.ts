/** The value that a JSON text holds; undefined if it is not JSON. */
export function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** The JSON text of a value; undefined if it cannot be written as JSON. */
export function jsonText(value: unknown): string | undefined {
	try {
		return JSON.stringify(value);
	} catch {
		return undefined;
	}
}

/**
 * A string, or a whole number with more digits than a JavaScript number can keep. A string that is never closed extends to the end of
 * the text, so that it is not scanned again from each of its escaped quotes.
 */
const STRING_OR_LONG_INTEGER = /"[^"\\]*(?:\\[^][^"\\]*)*(?:"|\\?$)|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

/** JSON text in which long whole numbers are strings, so that reading it keeps all their digits. */
export function quoteLongIntegers(text: string): string {
	if (!/\d{16}/.test(text)) return text;
	return text.replace(STRING_OR_LONG_INTEGER, (token) => (token.startsWith('"') ? token : `"${token}"`));
}

/** The tokens of valid JSON text. */
const TOKEN = /"[^"\\]*(?:\\[^][^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** What a token adds to the depth of nesting. */
const DEPTH = new Map([
	['{', 1],
	['[', 1],
	['}', -1],
	[']', -1],
]);

/**
 * The members of a JSON object, each value as it is written in the text, so that numbers keep their digits.
 *
 * @param object valid JSON text
 */
export function membersOf(object: string): Map<string, string> {
	const members = new Map<string, string>();
	let depth = 0;
	let name: string | undefined;
	let start: number | undefined;
	for (const { 0: token, index } of object.matchAll(TOKEN)) {
		const isEnd = depth === 1 && (token === ',' || token === '}');
		if (isEnd && name !== undefined) {
			members.set(name, object.slice(start, index).trim());
			name = undefined;
		} else if (depth === 1 && name === undefined && token.startsWith('"')) name = JSON.parse(token) as string;
		else if (depth === 1 && token === ':') start = index + 1;
		depth += DEPTH.get(token) ?? 0;
	}
	return members;
}
