import { readJson, tidy, type Json } from '../../../../nodes/Baiying/callback/json';

test('a byte order mark is skipped', () => {
	expect(readJson('\uFEFF {"a":1}\n')).toEqual({ a: 1 });
});

test('64-bit ids keep all their digits; other numbers stay numbers', () => {
	expect(readJson('{"a":1234567890123456789,"b":[-9223372036854775808],"c":1500,"d":0.12345678901234568,"e":1e21}')).toEqual({
		a: '1234567890123456789',
		b: ['-9223372036854775808'],
		c: 1500,
		d: 0.12345678901234568,
		e: 1e21,
	});
});

test('digits in strings are left alone, also behind escaped quotes', () => {
	const text = JSON.stringify({ a: 'x " 1234567890123456789 \\', b: '\\"', c: '12345678901234567890' });
	expect(readJson(text)).toEqual(JSON.parse(text));
});

test('JSON in strings is read where Baiying sends it, ids included, and only there', () => {
	const text = JSON.stringify({
		properties: '{"id":1234567890123456789,"extra":"[1]"}',
		userMeanDetail: '[{"score":-1}]',
		content: '{"not":"read"}',
		resultValue: '[1]',
		corpName: 'some company',
	});
	expect(readJson(text)).toEqual({
		properties: { id: '1234567890123456789', extra: [1] },
		userMeanDetail: [{ score: -1 }],
		content: '{"not":"read"}',
		resultValue: '[1]',
		corpName: 'some company',
	});
});

test('__proto__ keys are harmless', () => {
	const value = readJson('{"__proto__":{"polluted":true},"a":{"__proto__":1},"properties":"{\\"__proto__\\":{\\"x\\":1}}"}');
	expect(JSON.stringify(value)).toBe('{"a":{},"properties":{}}');
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test.each([
	['objects', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
	['lists', '['.repeat(200) + ']'.repeat(200)],
	['JSON in strings', JSON.stringify({ properties: '['.repeat(200) + ']'.repeat(200) })],
])('deep nesting of %s is refused', (_, text) => {
	expect(() => readJson(text)).toThrow(/nested too deeply/);
});

test.each(['', 'success', '{"a":1', "{'a':1}", '[1,]'])('%j is not JSON', (text) => {
	expect(() => readJson(text)).toThrow(SyntaxError);
});

test('a large body is read quickly', () => {
	const rows = Array.from({ length: 20_000 }, (_, row) => ({ content: 'x'.repeat(100), id: row, properties: '{"a":1}' }));
	const startedAt = Date.now();
	expect(readJson(JSON.stringify(rows))).toHaveLength(20_000);
	expect(readJson(JSON.stringify({ content: 'y'.repeat(8_000_000) }))).toHaveProperty('content.length', 8_000_000);
	expect(Date.now() - startedAt).toBeLessThan(3000);
});

test('JSON that n8n has already parsed is treated the same way', () => {
	const given = JSON.parse('{"properties":"{\\"a\\":1}","__proto__":1}') as Json;
	expect(tidy(given)).toEqual({ properties: { a: 1 } });
});
