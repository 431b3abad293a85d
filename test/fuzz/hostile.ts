import type { Random } from '../../reliability/random';
import type { Piece } from './body';
import type { Tree } from './tree';

/** Values that have broken parsers before, each made in any size up to `size` characters. */

const UNITS = [' ', '\t', '\n', '1', '-', '.', '0', 'A', 'a', '级', '秒', '\\', '"', '\\"', '/', '[', '{', '\0', '\ud800', '😀', ':', '+', '--', '1 ', ' 1', ':1'] as const;
const ENDS = ['', '1', 'x', '.', '秒', 'Z', '"', '\\', ' ', '2019-01-12 16:09:32', '2019-01-12T', '+08:00', 'C级', 'https://', '{', '[', '}'] as const;

const WORDS = [
	'', 'NaN', 'Infinity', '-0', '1e999', '9007199254740993', '-1', '1.5', '253402300800000', '00000000000000', '99999999999999', 'null', 'undefined',
	'__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '0000-00-00 00:00:00', '2019-02-30 25:61:61', '2019-02-30T00:00Z',
	'9999-12-31T23:59:59-99:99', '+275760-09-13T00:00:00Z', 'G级', 'a', '\uFEFF', '{"a":', '[', '[]', '{}', '"', 'CALL_INSTANCE_RESULT', 'JOB_INFO_RESULT',
	'{"__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"polluted":true}}}', '${7*7}', '={{ $json }}', '\u2028', '\ud800',
] as const;

const NUMBERS = ['0', '-0', '1e308', '1e309', '-1e309', '1e-400', '9007199254740993', '-9223372036854775808', '0.1e+1', '12345678901234567890.5', '1E400'] as const;

const LITERALS = ['true', 'false', 'null', '{}', '[]', '[[]]', '[null]', '[{}]', '[[{}]]', '""'] as const;

const NO_JSON = ['NaN', '-', '.5', '01', '+1', "'x'", 'undefined', '', '{,}', '[1,]', '"\t"', '"\\x"', '"\\u12"', '0x10', '1e', '/**/1', ',', ']', '}'] as const;

function pollution(): Tree {
	const inside: Tree = { members: [['polluted', { raw: ['true'] }]] };
	return {
		members: [
			['__proto__', inside],
			['constructor', { members: [['prototype', inside]] }],
			['prototype', inside],
			['toString', { raw: ['null'] }],
			['hasOwnProperty', { raw: ['1'] }],
			['toJSON', { text: ['x'] }],
		],
	};
}

function repeated(unit: string, size: number): Piece {
	return { repeat: unit, times: Math.max(1, Math.round(size / unit.length)) };
}

const ENTRIES = [
	'null', '0', '{}', '[]', '""', '{"resultName":"客户意向等级","resultValue":"B"}', '{"resultName":"__proto__","resultValue":"B"}',
	'{"companyId":{},"callJobId":[],"sceneInstanceId":null}', '{"resultName":"客户标签","resultLabels":[{"value":"x"},{"key":1}]}',
	'{"speaker":"AI","content":"x","startTime":"1","endTime":2}',
] as const;

type Maker = (random: Random, size: number) => Tree;

const longText: Maker = (random, size) => ({ text: [random.pick(ENDS), repeated(random.pick(UNITS), size), random.pick(ENDS)] });

/** Almost a number, a time or a grade: what a pattern reads to the end before it finds out. */
const almost: Maker = (random, size) => ({
	text: [
		random.pick(['1', '-1', '1.5', '', '2019-01-12 16:09:32', '2019-01-12T16:09', 'C', 'https://a/'] as const),
		repeated(random.pick([' ', '\t', '\u00a0', '1', '+08:00', ':32', '.1', 's'] as const), size),
		random.pick(['x', '秒', 's.', 'Z', '', '-'] as const),
	],
});

const longNumber: Maker = (random, size) => ({
	raw: [random.pick(['', '-', '1.', '1e', '1e-', '0.', '1'] as const), repeated(random.pick(['1', '9', '0'] as const), size), random.pick(['', '.5', 'e1', '.', 'e'] as const)],
});

const longList: Maker = (random, size) => {
	const entry = random.pick(ENTRIES);
	return { raw: ['[', repeated(`${entry},`, size), entry, ']'] };
};

const wideObject: Maker = (random, size) => {
	const key = random.pick(['k#', '#', 'same', '__proto__', 'data', '#级'] as const);
	const member = `"${key}":${random.pick(['1', '"x"', '{}', '"[1]"', '"{\\"a\\":1}"'] as const)}`;
	return { raw: ['{', { ...(repeated(`${member},`, size) as { repeat: string; times: number }), numbered: true }, member.replace('#', 'last'), '}'] };
};

const BRACKETS: readonly [[string, string], ...Array<[string, string]>] = [['[', ']'], ['{"a":', '}'], ['{"data":', '}'], ['[{"data":[', ']}]']];

const deep: Maker = (random, size) => {
	const [open, close] = random.pick(BRACKETS);
	const depth = random.chance(0.5) ? random.whole(80, 120) : Math.round(size / open.length);
	return { raw: [{ repeat: open, times: depth }, '1', { repeat: close, times: random.chance(0.8) ? depth : depth + 1 }] };
};

const stringInString: Maker = (random) => {
	let tree: Tree = random.chance(0.5) ? pollution() : { text: [random.pick(WORDS)] };
	for (let level = random.whole(1, 12); level > 0; level--) {
		tree = { inString: random.chance(0.6) ? { members: [[random.pick(['data', 'properties', 'x'] as const), tree]] } : tree };
	}
	return tree;
};

/** A string that is opened and never closed, with quotes in it. */
const unclosed: Maker = (random, size) => ({ raw: ['"', repeated(random.pick(['\\"', '\\\\', 'a', '\\', '\\u0022'] as const), size)] });

const sameKeyTwice: Maker = (random) => {
	const key = random.pick(['data', 'dataType', 'sceneInstance', '__proto__', 'taskResult'] as const);
	return { members: [[key, { raw: [random.pick(LITERALS)] }], [key, { text: [random.pick(WORDS)] }], [key, { raw: [random.pick(NUMBERS)] }]] };
};

const MAKERS: readonly [Maker, ...Maker[]] = [
	longText,
	longText,
	almost,
	almost,
	longNumber,
	longList,
	longList,
	wideObject,
	deep,
	stringInString,
	unclosed,
	sameKeyTwice,
	pollution,
	(random) => ({ text: [random.pick(WORDS)] }),
	(random) => ({ text: [random.pick(WORDS)] }),
	(random) => ({ raw: [random.pick(NUMBERS)] }),
	(random) => ({ raw: [random.pick(LITERALS)] }),
	(random) => ({ raw: [random.pick(NO_JSON)] }),
	(random, size) => ({ inString: random.pick([deep, longList, wideObject, unclosed] as const)(random, size) }),
];

export function hostileValue(random: Random, size: number): Tree {
	return random.pick(MAKERS)(random, size);
}
