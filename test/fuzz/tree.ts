import type { Json } from '../../nodes/Baiying/callback/json';
import type { Random } from '../../reliability/random';
import type { Piece } from './body';

/** JSON as it is written, which can hold what a value cannot: one key twice, numbers with a thousand digits, things that are no JSON. */
export type Tree =
	| { raw: Piece[] }
	| { text: Piece[] }
	| { list: Tree[] }
	| { members: Array<[string, Tree]> }
	/** A string that holds JSON. */
	| { inString: Tree };

/** Ways to write down the same JSON. */
interface Style {
	space(): string;
	order(members: Array<[string, Tree]>): Array<[string, Tree]>;
	/** Of text that `JSON.stringify` has escaped already. */
	spell(escaped: string): string;
}

export const PLAIN: Style = { space: () => '', order: (members) => members, spell: (escaped) => escaped };

/** Members with the same key stay in order, because the last one counts. */
function reordered(random: Random, members: Array<[string, Tree]>): Array<[string, Tree]> {
	const queues = new Map<string, Array<[string, Tree]>>();
	for (const member of members) queues.set(member[0], [...(queues.get(member[0]) ?? []), member]);
	return random.shuffled(members).flatMap(([key]) => queues.get(key)?.splice(0, 1) ?? []);
}

/** Other white space, another order of the keys, letters as `\u0041`. */
export function otherStyle(random: Random): Style {
	return {
		space: () => random.pick(['', ' ', '\n\t', '\r\n'] as const),
		order: (members) => reordered(random, members),
		spell: (escaped) =>
			/^[A-Za-z]+$/.test(escaped) && random.chance(0.3)
				? escaped.replace(/./g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
				: escaped,
	};
}

export function treeOf(value: Json): Tree {
	if (typeof value === 'string') return { text: [value] };
	if (Array.isArray(value)) return { list: value.map(treeOf) };
	if (typeof value !== 'object' || value === null) return { raw: [JSON.stringify(value)] };
	return { members: Object.entries(value).map(([key, member]) => [key, treeOf(member ?? null)]) };
}

function quoted(pieces: Piece[], { spell }: Style): Piece[] {
	const escape = (text: string) => spell(JSON.stringify(text).slice(1, -1));
	const inner = pieces.map((piece): Piece => {
		if (typeof piece === 'string') return escape(piece);
		return 'repeat' in piece ? { ...piece, repeat: escape(piece.repeat) } : piece;
	});
	return ['"', ...inner, '"'];
}

function separated(parts: Piece[][], open: string, close: string, { space }: Style): Piece[] {
	const inner = parts.flatMap((part, index): Piece[] => [index > 0 ? `,${space()}` : space(), ...part, space()]);
	return [open, ...inner, close];
}

export function write(tree: Tree, style: Style): Piece[] {
	if ('raw' in tree) return tree.raw;
	if ('text' in tree) return quoted(tree.text, style);
	// What a string holds is content: another spelling in there would be another value.
	if ('inString' in tree) return quoted(write(tree.inString, PLAIN), style);
	if ('list' in tree) return separated(tree.list.map((entry) => write(entry, style)), '[', ']', style);
	const members = style.order(tree.members).map(([key, member]) => [
		...quoted([key], style),
		`${style.space()}:`,
		...write(member, style),
	]);
	return separated(members, '{', '}', style);
}

/** All places in a tree: how to read and replace what stands there. */
export interface Place {
	key: string;
	tree: Tree;
	replace(by: Tree): void;
}

/** The root is not among them. */
export function placesIn(tree: Tree, key = ''): Place[] {
	if ('list' in tree) {
		const { list } = tree;
		return list.flatMap((entry, index) => [
			{ key, tree: entry, replace: (by: Tree) => void (list[index] = by) },
			...placesIn(entry, key),
		]);
	}
	if ('members' in tree) {
		return tree.members.flatMap((member) => [
			{ key: member[0], tree: member[1], replace: (by: Tree) => void (member[1] = by) },
			...placesIn(member[1], member[0]),
		]);
	}
	return [];
}
