import { jsonText, parsedJson, quoteLongIntegers } from '../../../nodes/common/json';

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
