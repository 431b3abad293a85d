/** A part of a body: text, repeated text (with `numbered`, `#` is the number of the copy), or bytes. */
export type Piece = string | { repeat: string; times: number; numbered?: boolean } | { hex: string };

export const ENCODINGS = ['utf8', 'utf16le', 'latin1'] as const;

/** The body of a callback, as a recipe: its file stays small, and it is easy to enlarge. */
export interface Body {
	encoding: (typeof ENCODINGS)[number];
	pieces: Piece[];
	/** The same JSON, written in another way. */
	twin?: Piece[];
}

export function bytesOf(pieces: Piece[], encoding: Body['encoding']): Buffer {
	const bytes = pieces.map((piece) => {
		if (typeof piece === 'string') return Buffer.from(piece, encoding);
		if ('hex' in piece) return Buffer.from(piece.hex, 'hex');
		const { repeat, times, numbered } = piece;
		const text = numbered ? Array.from({ length: times }, (_, copy) => repeat.replaceAll('#', String(copy))).join('') : repeat.repeat(times);
		return Buffer.from(text, encoding);
	});
	return Buffer.concat(bytes);
}

/** The body with its repeated parts made longer or shorter by this factor. */
export function scaled(body: Body, factor: number): Body {
	const scale = (piece: Piece): Piece =>
		typeof piece === 'object' && 'times' in piece
			? { ...piece, times: Math.max(Math.min(piece.times, 1), Math.round(piece.times * factor)) }
			: piece;
	return { encoding: body.encoding, pieces: body.pieces.map(scale) };
}
