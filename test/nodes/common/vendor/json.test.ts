import { jsonText, membersOf, parsedJson, quoteLongIntegers } from '../../../../nodes/common/vendor/json';

it.each([
	['{"id":12345678901234567890}', { id: '12345678901234567890' }],
	['[-1234567890123456, 123456789012345]', ['-1234567890123456', 123456789012345]],
	['{"text":"id 12345678901234567890 \\" 1234567890123456789"}', { text: 'id 12345678901234567890 " 1234567890123456789' }],
	['[1234567890123456.5, 1e20]', [1234567890123456.5, 1e20]],
])('keeps all digits of the long whole numbers in %p', (text, expected) => {
	expect(parsedJson(quoteLongIntegers(text))).toEqual(expected);
});

it('returns undefined for text that is not JSON and for values that cannot become JSON', () => {
	expect(parsedJson('{ a: 1 }')).toBeUndefined();
	expect(jsonText({ id: BigInt(1) })).toBeUndefined();
	expect(jsonText({ a: 1 })).toBe('{"a":1}');
});

it('does not take "__proto__" for the prototype', () => {
	expect(Object.entries(parsedJson('{"__proto__":{"a":1}}') as object)).toEqual([['__proto__', { a: 1 }]]);
});

describe('the members of an object as they are written', () => {
	it.each<[string, Array<[string, string]>]>([
		['{}', []],
		['{ "a": 1.10, "b":12345678901234567890 }', [['a', '1.10'], ['b', '12345678901234567890']]],
		['{"a":{"b":[1,{"c":"},]"}],"d":1e400},"e":[]}', [['a', '{"b":[1,{"c":"},]"}],"d":1e400}'], ['e', '[]']]],
		['{"a\\"\\u0041":"x: \\"{,","b" : null}', [['a"A', '"x: \\"{,"'], ['b', 'null']]],
		['{\n\t"a": true,\n\t"a": false\n}', [['a', 'false']]],
		['{"":-0,"__proto__":{"a":1}}', [['', '-0'], ['__proto__', '{"a":1}']]],
	])('of %s', (text, members) => {
		expect([...membersOf(text)]).toEqual(members);
		expect([...membersOf(text)].map(([name, value]) => [name, JSON.parse(value)])).toEqual(Object.entries(JSON.parse(text) as object));
	});

	it('keeps up with long text', () => {
		const text = JSON.stringify({ long: `"${'\\"{'.repeat(500_000)}`, list: Array.from({ length: 100_000 }, (_, i) => i) });
		expect([...membersOf(text).keys()]).toEqual(['long', 'list']);
	});
});
