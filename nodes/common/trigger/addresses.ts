/** IPv4 and IPv6 addresses and CIDR ranges, without any network. */

interface Address {
	/** 4 for IPv4 (also when written as `::ffff:192.0.2.1`), 16 for IPv6. */
	bytes: number[];
	/** Bits that the written form has in front of `bytes`: 96 for an IPv4-mapped IPv6 address. */
	mappedBits: number;
}

interface Range {
	bytes: number[];
	prefixLength: number;
}

function parseIpv4(text: string): number[] | undefined {
	const parts = text.split('.');
	if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part))) return undefined;
	const bytes = parts.map(Number);
	return bytes.every((byte) => byte <= 255) ? bytes : undefined;
}

/** `a:b:192.0.2.1` to `a:b:c000:201`. */
function withHexTail(text: string): string | undefined {
	const tail = /(^|:)([^:]*\.[^:]*)$/.exec(text)?.[2];
	if (tail === undefined) return text;
	const bytes = parseIpv4(tail);
	if (!bytes) return undefined;
	const [a = 0, b = 0, c = 0, d = 0] = bytes;
	return `${text.slice(0, -tail.length)}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

function groupsOf(text: string): string[] {
	return text === '' ? [] : text.split(':');
}

function parseIpv6(text: string): number[] | undefined {
	const halves = withHexTail(text)?.split('::');
	if (!halves || halves.length > 2) return undefined;
	const [head, tail] = [groupsOf(halves[0] ?? ''), groupsOf(halves[1] ?? '')];
	const missing = 8 - head.length - tail.length;
	if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
	const groups = [...head, ...Array<string>(missing).fill('0'), ...tail];
	if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
	return groups.map((group) => Number.parseInt(group, 16)).flatMap((group) => [group >> 8, group & 255]);
}

function isMapped(bytes: number[]): boolean {
	return bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
}

function parseAddress(text: string): Address | undefined {
	if (!text.includes(':')) {
		const bytes = parseIpv4(text);
		return bytes && { bytes, mappedBits: 0 };
	}
	const bytes = parseIpv6(text.replace(/%[^%/]*$/, ''));
	if (!bytes) return undefined;
	return isMapped(bytes) ? { bytes: bytes.slice(12), mappedBits: 96 } : { bytes, mappedBits: 0 };
}

function parseRange(text: string): Range | undefined {
	const [written = '', prefix, ...rest] = text.split('/');
	const address = parseAddress(written);
	if (!address || rest.length > 0) return undefined;
	const bits = address.bytes.length * 8;
	if (prefix === undefined) return { bytes: address.bytes, prefixLength: bits };
	if (!/^\d{1,3}$/.test(prefix)) return undefined;
	const prefixLength = Number(prefix) - address.mappedBits;
	return prefixLength >= 0 && prefixLength <= bits ? { bytes: address.bytes, prefixLength } : undefined;
}

function bit(bytes: number[], index: number): number {
	return ((bytes[index >> 3] ?? 0) >> (7 - (index & 7))) & 1;
}

function contains({ bytes, prefixLength }: Range, address: number[]): boolean {
	if (bytes.length !== address.length) return false;
	for (let index = 0; index < prefixLength; index += 1) {
		if (bit(bytes, index) !== bit(address, index)) return false;
	}
	return true;
}

/** The first entry that is neither an address nor a range. */
export function malformedRange(ranges: string[]): string | undefined {
	return ranges.find((range) => !parseRange(range));
}

/**
 * Whether the address is one of the addresses or in one of the CIDR ranges. IPv4 and its IPv6-mapped form are the same. An entry that
 * cannot be parsed matches nothing.
 */
export function isInRanges(address: string, ranges: string[]): boolean {
	const parsed = parseAddress(address);
	if (!parsed) return false;
	return ranges.some((text) => {
		const range = parseRange(text);
		return range !== undefined && contains(range, parsed.bytes);
	});
}
