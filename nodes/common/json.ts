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
 * A string, or a whole number with more digits than a JavaScript number can keep. A string that never ends counts up to the end, so
 * that it is not read anew from each of the escaped quotes in it.
 */
const STRING_OR_LONG_INTEGER = /"[^"\\]*(?:\\[^][^"\\]*)*(?:"|\\?$)|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

/** JSON text in which long whole numbers are strings, so that reading it keeps all their digits. */
export function quoteLongIntegers(text: string): string {
	if (!/\d{16}/.test(text)) return text;
	return text.replace(STRING_OR_LONG_INTEGER, (token) => (token.startsWith('"') ? token : `"${token}"`));
}
