import fc from 'fast-check';
import type { Json } from '../../nodes/Baiying/callback/json';
import { fixture, type FixtureName } from '../../test/nodes/Baiying/support/fixtures';
import { ENCODINGS, type Body, type Piece } from './body';
import { hostileValue, repeated } from './hostile';

const { constantFrom, tuple } = fc;

/** Whose callbacks are spoiled. */
export interface Sender {
	/** Fresh copies of the vendor's sample callbacks. */
	samples: Array<() => Json>;
	/** Keys that are added to them. */
	newKeys: string[];
	/** Fields in which the trigger looks for something. */
	read: ReadonlySet<string>;
}

const FIXTURES: FixtureName[] = ['callRecord', 'jobStatus', 'intentionChange', 'inboundCall', 'openCallRecord', 'openJobStatus'];

const BAIYING: Sender = {
	samples: FIXTURES.map((name) => () => fixture(name)),
	newKeys: ['__proto__', 'constructor', 'sign', 'dateTime', 'toJSON', 'data', 'dataType', 'callbackType', 'callInstance', 'phoneLog', 'extra', 'length'],
	read: new Set([
		'artificialChanged', 'artificialResultValue', 'chatRound', 'companyId', 'data', 'dataType', 'duration', 'endTime', 'extra', 'finishStatus', 'hangUp', 'phoneLog',
		'phoneLogs', 'resultLabels', 'resultName', 'resultValue', 'resultValueAlias', 'sceneInstance', 'sceneInstanceId', 'speaker', 'startTime', 'status', 'taskResult',
		'updateTime',
	]),
};

/** A hostile value in JSON; its pieces are inserted when the JSON is written. */
class Hostile {
	constructor(readonly pieces: Piece[]) {}
}

type Content = Json | Hostile;

interface Place {
	holder: object;
	key: string;
	/** Its key, or that of the list it is in. */
	name: string;
}

function placesIn(holder: Content | undefined, list = ''): Place[] {
	if (typeof holder !== 'object' || holder === null || holder instanceof Hostile) return [];
	return Object.entries(holder as Record<string, Json>).flatMap(([key, value]) => {
		const name = Array.isArray(holder) ? list : key;
		return [{ holder, key, name }, ...placesIn(value, name)];
	});
}

/** Draws a name first, so that the many lines of a transcript do not hide the few fields that are read. */
function chosenPlace(places: Place[], wanted: ReadonlySet<string>, at: number): Place | undefined {
	const read = places.filter(({ name }) => wanted.has(name));
	const all = read.length > 0 ? read : places;
	const names = [...new Set(all.map(({ name }) => name))];
	const named = all.filter(({ name }) => name === names[at % names.length]);
	return named[Math.floor(at / names.length) % named.length];
}

/** Adds a member even if its key is `__proto__`. */
function put(holder: object, key: string, value: unknown): void {
	Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

type Change = (content: object) => void;

function change(largest: number, { newKeys, read }: Sender): fc.Arbitrary<Change> {
	const kinds = constantFrom('replace', 'replace', 'replace', 'wrap', 'add');
	const where = tuple(fc.nat(), constantFrom(true, true, false), kinds, constantFrom(...newKeys));
	return tuple(hostileValue(largest), where).map(([pieces, [at, inRead, kind, newKey]]) => (content) => {
		const place = chosenPlace(placesIn(content as Json), inRead ? read : new Set(), at);
		if (!place) return;
		const { holder, key } = place;
		const old = Reflect.get(holder, key) as unknown;
		const value = new Hostile(pieces);
		if (kind === 'add') put(holder, Array.isArray(holder) ? key : newKey, value);
		else put(holder, key, kind === 'wrap' ? [old, value] : value);
	});
}

/** One of the vendor's sample callbacks in which a few values are hostile, or only a hostile value. */
function content(largest: number, sender: Sender): fc.Arbitrary<Content> {
	const changes = fc.array(change(largest, sender), { minLength: 1, maxLength: 3 });
	const spoiled = tuple(constantFrom(...sender.samples), changes).map(([fresh, all]): Content => {
		const sample = fresh();
		for (const apply of all) apply(sample as object);
		return sample;
	});
	return fc.oneof({ weight: 6, arbitrary: spoiled }, hostileValue(largest).map((pieces) => new Hostile(pieces)));
}

/** Stands for a hostile value while the JSON is made. */
const MARK = '\uE000';

function written(value: Content, indent: string): Piece[] {
	const hostile: Hostile[] = [];
	const json = JSON.stringify(
		value,
		(_, inner: unknown) => {
			if (!(inner instanceof Hostile)) return inner;
			hostile.push(inner);
			return MARK;
		},
		indent,
	);
	return json.split(`"${MARK}"`).flatMap((text, index) => [text, ...(hostile[index]?.pieces ?? [])]);
}

/** The same JSON with the members of every object in another order. */
function rotated(value: Content, by: number): Content {
	if (typeof value !== 'object' || value === null || value instanceof Hostile) return value;
	if (Array.isArray(value)) return value.map((entry) => rotated(entry, by) as Json);
	const members = Object.entries(value).map(([key, member]): [string, Content] => [key, rotated(member ?? null, by)]);
	const from = by % Math.max(members.length, 1);
	return Object.fromEntries([...members.slice(from), ...members.slice(0, from)]) as Json;
}

function inUnicodeEscapes(json: string): string {
	return json.replace(/"[A-Za-z]+"/g, (text) => `"${text.slice(1, -1).replace(/./g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`);
}

/** A body in UTF-8, and the same JSON in another order, with other white space and with letters as `\u0041`. */
function spelledTwice(largest: number, sender: Sender): fc.Arbitrary<Body> {
	const spelling = tuple(fc.nat({ max: 20 }), constantFrom('', ' ', '\t', '\r\n'), fc.boolean());
	return tuple(content(largest, sender), spelling).map(([value, [by, indent, escapes]]) => {
		const twin = written(rotated(value, by), indent).map((piece) => (escapes && typeof piece === 'string' ? inUnicodeEscapes(piece) : piece));
		return { encoding: 'utf8', pieces: written(value, ''), twin };
	});
}

function cutAt(pieces: Piece[], share: number): [Piece[], Piece[]] {
	const end = Math.floor(share * pieces.length);
	const [before, after] = [pieces.slice(0, end), pieces.slice(end + 1)];
	const piece = pieces[end] ?? '';
	if (typeof piece !== 'string') return [before, [piece, ...after]];
	const at = Math.floor((share * pieces.length - end) * piece.length);
	return [[...before, piece.slice(0, at)], [piece.slice(at), ...after]];
}

/** What can happen to a body on its way. */
function damage(largest: number): fc.Arbitrary<(pieces: Piece[]) => Piece[]> {
	const share = fc.double({ min: 0, max: 1, noNaN: true });
	const before = fc.oneof(
		constantFrom<Piece[]>('\uFEFF', '\uFEFF\uFEFF', { hex: 'fffe' }, 'data=', '<?xml version="1.0"?><data>'),
		repeated(largest, ' ', '\n', '\t', '\u00a0'),
	);
	const bytes = constantFrom('ff', 'c0af', 'eda080', '00', 'f0808080', '1f8b08', '80');
	return fc.oneof(
		before.map((first) => (pieces: Piece[]) => [first, ...pieces]),
		repeated(largest, ' ', '\n', '\t', '\0', '}').map((last) => (pieces: Piece[]) => [...pieces, last]),
		share.map((kept) => (pieces: Piece[]) => cutAt(pieces, kept)[0]),
		tuple(share, bytes).map(([at, hex]) => (pieces: Piece[]) => {
			const [start, end] = cutAt(pieces, at);
			return [...start, { hex }, ...end];
		}),
		fc.constant((pieces: Piece[]) => [...pieces, ...pieces]),
	);
}

function damaged(largest: number, sender: Sender): fc.Arbitrary<Body> {
	const encodings = constantFrom('utf8', ...ENCODINGS);
	return tuple(content(largest, sender), damage(largest), encodings).map(([value, apply, encoding]) => ({ encoding, pieces: apply(written(value, '')) }));
}

/** Bodies that no well-meaning sender would send. `largest` is about how many characters one value may have. */
export function hostileBody(largest: number, sender = BAIYING): fc.Arbitrary<Body> {
	return fc.oneof({ weight: 4, arbitrary: spelledTwice(largest, sender) }, damaged(largest, sender));
}
