import fc from 'fast-check';
import type { Piece } from './body';

/** Values that have broken parsers before, as they stand in JSON. */
type Value = fc.Arbitrary<Piece[]>;

const { constantFrom, tuple } = fc;

const WORDS = [
	'', 'NaN', '-0', '1e999', '9007199254740993', '1.5', '253402300800000', '00000000000000', 'undefined', '__proto__', 'constructor', 'hasOwnProperty',
	'0000-00-00 00:00:00', '2019-02-30 25:61:61', '2019-02-30T00:00Z', '9999-12-31T23:59:59-99:99', '+275760-09-13T00:00:00Z', 'G级', 'a', '\uFEFF', '{"a":',
	'[', '[]', '{}', '"', 'CALL_INSTANCE_RESULT', 'JOB_INFO_RESULT', '{"__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"polluted":true}}}',
	'${7*7}', '={{ $json }}', '\u2028', '\ud800',
];

const LITERALS = [
	'0', '-0', '1e308', '1e309', '-1e309', '1e-400', '9007199254740993', '-9223372036854775808', '0.1e+1', '12345678901234567890.5', 'true', 'false', 'null',
	'{}', '[]', '[[]]', '[null]', '[{}]', '[[{}]]', '""',
	'{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"prototype":{},"toString":null,"hasOwnProperty":1,"toJSON":"x"}',
	'{"data":null,"data":"x","data":1e999}', '{"__proto__":1,"__proto__":"x","sceneInstance":{},"sceneInstance":[]}',
];

const NO_JSON = ['NaN', '-', '.5', '01', '+1', "'x'", 'undefined', '', '{,}', '[1,]', '"\t"', '"\\x"', '"\\u12"', '0x10', '1e', '/**/1', ',', ']', '}'];

const ENTRIES = [
	'null', '0', '{}', '[]', '""', '{"resultName":"客户意向等级","resultValue":"B"}', '{"resultName":"__proto__","resultValue":"B"}',
	'{"companyId":{},"callJobId":[],"sceneInstanceId":null}', '{"resultName":"客户标签","resultLabels":[{"value":"x"},{"key":1}]}',
	'{"speaker":"AI","content":"x","startTime":"1","endTime":2}',
];

/** A string that holds the pieces. */
function quoted(pieces: Piece[]): Piece[] {
	const escaped = (text: string) => JSON.stringify(text).slice(1, -1);
	const inner = pieces.map((piece) => {
		if (typeof piece === 'string') return escaped(piece);
		return 'repeat' in piece ? { ...piece, repeat: escaped(piece.repeat) } : piece;
	});
	return ['"', ...inner, '"'];
}

/** From 1 to `most`, small ones as likely as large ones. */
function anySize(most: number): fc.Arbitrary<number> {
	return fc.integer({ min: 0, max: 100 }).map((exponent) => Math.round(most ** (exponent / 100)));
}

/** One of the units, repeated to any length up to that many characters. */
export function repeated(largest: number, ...units: string[]): fc.Arbitrary<{ repeat: string; times: number }> {
	return tuple(constantFrom(...units), anySize(largest)).map(([repeat, size]) => ({ repeat, times: Math.ceil(size / repeat.length) }));
}

const UNITS = [' ', '\t', '\n', '1', '-', '.', '0', 'A', 'a', '级', '秒', '\\', '"', '\\"', '/', '[', '{', '\0', '\ud800', '😀', ':', '+', '--', '1 ', ' 1', ':1'];
const ENDS = ['', '1', 'x', '.', '秒', 'Z', '"', '\\', ' ', '2019-01-12 16:09:32', '2019-01-12T', '+08:00', 'C级', 'https://', '{', '[', '}'];

function longText(largest: number): Value {
	return tuple(constantFrom(...ENDS), repeated(largest, ...UNITS), constantFrom(...ENDS)).map(quoted);
}

/** Almost a number, a time or a grade: a pattern reads it to the end before it finds out. */
function almost(largest: number): Value {
	const start = constantFrom('1', '-1', '1.5', '', '2019-01-12 16:09:32', '2019-01-12T16:09', 'C', 'https://a/');
	return tuple(start, repeated(largest, ' ', '\t', '\u00a0', '1', '+08:00', ':32', '.1', 's'), constantFrom('x', '秒', 's.', 'Z', '', '-')).map(quoted);
}

function longNumber(largest: number): Value {
	return tuple(constantFrom('', '-', '1.', '1e', '1e-', '0.', '1'), repeated(largest, '1', '9', '0'), constantFrom('', '.5', 'e1', '.', 'e'));
}

/** A string that is opened and never closed, with quotes in it. */
function unclosed(largest: number): Value {
	return repeated(largest, '\\"', '\\\\', 'a', '\\', '\\u0022').map((inner) => ['"', inner]);
}

function longList(largest: number): Value {
	return repeated(largest, ...ENTRIES.map((entry) => `${entry},`)).map((entries) => ['[', entries, 'null]']);
}

function wideObject(largest: number): Value {
	const keys = ['k#', '#', 'same', '__proto__', 'data', '#级'];
	const members = keys.flatMap((key) => ['1', '"x"', '{}', '"[1]"', '"{\\"a\\":1}"'].map((value) => `"${key}":${value},`));
	return repeated(largest, ...members).map((member) => ['{', { ...member, numbered: true }, '"last":0}']);
}

function deep(largest: number): Value {
	const brackets = constantFrom(['[', ']'], ['{"a":', '}'], ['{"data":', '}'], ['[{"data":[', ']}]']);
	const depth = fc.oneof(fc.integer({ min: 80, max: 120 }), anySize(largest / 4));
	return tuple(brackets, depth, constantFrom(0, 0, 0, 1)).map(([[open = '', close = ''], times, more]) => [
		{ repeat: open, times },
		'1',
		{ repeat: close, times: times + more },
	]);
}

/** JSON in a string in JSON in a string, … */
function stringInString(): Value {
	const word = constantFrom(...WORDS).map((text) => JSON.stringify(text));
	const levels = fc.array(constantFrom('', '', 'data', 'properties', 'x'), { minLength: 1, maxLength: 12 });
	return tuple(fc.oneof(constantFrom(...LITERALS), word), levels).map(([innermost, keys]) =>
		[keys.reduce((inner, key) => JSON.stringify(key === '' ? inner : `{"${key}":${inner}}`), innermost)],
	);
}

/** @param largest about how many characters a value may have */
export function hostileValue(largest: number): Value {
	const long = [deep(largest), longList(largest), wideObject(largest), unclosed(largest)];
	return fc.oneof(
		{ weight: 2, arbitrary: fc.oneof(constantFrom(...WORDS), fc.string({ unit: 'binary' })).map((text) => quoted([text])) },
		{ weight: 3, arbitrary: fc.oneof(constantFrom(...LITERALS, ...NO_JSON), fc.json()).map((json) => [json]) },
		{ weight: 2, arbitrary: longText(largest) },
		{ weight: 2, arbitrary: almost(largest) },
		longNumber(largest),
		stringInString(),
		...long,
		fc.oneof(...long).map(quoted),
	);
}
