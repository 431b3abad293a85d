/** A part of a body: text as it is, text many times over (`#` being the number of the copy if `numbered`), or bytes. */
export type Piece = string | { repeat: string; times: number; numbered?: boolean } | { hex: string };

export const ENCODINGS = ['utf8', 'utf16le', 'latin1'] as const;

/** The body of a callback, as a recipe: small when kept in a file, and easily made larger. */
export interface Body {
	encoding: (typeof ENCODINGS)[number];
	pieces: Piece[];
	/** The same JSON written down in another way. */
	twin?: Piece[];
}

function textOf(piece: Exclude<Piece, { hex: string }>): string {
	if (typeof piece === 'string') return piece;
	const { repeat, times, numbered } = piece;
	if (!numbered) return repeat.repeat(times);
	return Array.from({ length: times }, (_, copy) => repeat.replaceAll('#', String(copy))).join('');
}

export function bytesOf(pieces: Piece[], encoding: Body['encoding']): Buffer {
	const isHex = (piece: Piece) => typeof piece === 'object' && 'hex' in piece;
	const bytes = (piece: Piece) =>
		typeof piece === 'object' && 'hex' in piece ? Buffer.from(piece.hex, 'hex') : Buffer.from(textOf(piece), encoding);
	if (pieces.some(isHex)) return Buffer.concat(pieces.map(bytes));
	return bytes(pieces.map((piece) => (isHex(piece) ? '' : textOf(piece as string))).join(''));
}

/** The body with its repeated parts made longer or shorter by this factor. */
export function scaled(body: Body, factor: number): Body {
	const scale = (piece: Piece): Piece =>
		typeof piece === 'object' && 'times' in piece
			? { ...piece, times: Math.max(Math.min(piece.times, 1), Math.round(piece.times * factor)) }
			: piece;
	return { encoding: body.encoding, pieces: body.pieces.map(scale) };
}
