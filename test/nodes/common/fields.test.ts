import { jsonObject, optionalText, requiredText, textList } from '../../../nodes/common/fields';

describe('a JSON object', () => {
	const field = jsonObject({ displayName: 'Variables', description: 'Variables of the flow', example: '{ "orderId": "42" }' });

	it.each([
		'{"id":12345678901234567890,"rate":0.1234567890123456789,"tiny":1e-999,"zero":-0,"one":1.0}',
		'{ "id": 12345678901234567890,\n\t"same": 1, "same": 2 }',
		'{"__proto__":{"a":1},"constructor":9007199254740993}',
		'{}',
	])('passes the text %p on as it is written', (text) => {
		expect(field.read(text)).toBe(text);
		expect(field.read(` ${text}\n`)).toBe(text);
	});

	it('serializes an object that an expression delivers', () => {
		expect(field.read({ orderId: '42', list: [1] })).toBe('{"orderId":"42","list":[1]}');
	});

	it.each([undefined, null, '', ' ', 'null'])('does not send %p', (raw) => {
		expect(field.read(raw)).toBeUndefined();
	});

	const circular: Record<string, unknown> = {};
	circular.self = circular;
	it.each<[unknown, string]>([
		['{ orderId: 1 }', 'is "{ orderId: 1 }", which is not JSON'],
		['[1]', 'is a list'],
		['12345678901234567890', 'is a number'],
		[[1], 'is a list'],
		[42, 'is a number'],
		[new Date(0), 'is a string'],
		[circular, 'cannot be written as JSON'],
		[{ id: BigInt(1) }, 'cannot be written as JSON'],
	])('refuses %p', (raw, why) => {
		expect(() => field.read(raw)).toThrow(`'Variables' ${why}: give a JSON object such as { "orderId": "42" }`);
	});
});

describe('text', () => {
	const field = requiredText({ displayName: 'Job ID', description: 'The ID of the call' });

	it('accepts a number as long as JavaScript keeps all its digits', () => {
		expect(field.read(9_007_199_254_740_991)).toBe('9007199254740991');
		expect(field.read(1.5)).toBe('1.5');
		for (const raw of [Number('12345678901234567890'), Number('-9007199254740993'), 1e300]) {
			expect(() => field.read(raw)).toThrow(/^'Job ID' is .*, a number too large to keep all its digits: give it as text, in quotes$/);
		}
	});
});

describe('several texts', () => {
	const look = { displayName: 'Reasons', description: 'Only for these reasons' };

	it('are separated by commas or white space', () => {
		const field = textList(look);
		expect(field.read('a, b，c d\ne')).toBe('["a","b","c","d","e"]');
		expect(field.read(['a b', 3])).toBe('["a","b","3"]');
		expect(field.read(' , ')).toBeUndefined();
	});

	it('may hold spaces where the vendor has such values', () => {
		const field = textList({ ...look, spaces: true });
		expect(field.read('486 - Busy Here, 200:OK，\n 非常 满意 ')).toBe('["486 - Busy Here","200:OK","非常 满意"]');
		expect(field.read(['486 - Busy Here', 'no, thanks', ' '])).toBe('["486 - Busy Here","no, thanks"]');
		expect(field.read(undefined)).toBeUndefined();
	});
});

it('names what an optional text holds instead', () => {
	const field = optionalText({ displayName: 'Tags', description: 'Your own data' });
	expect(() => field.read({})).toThrow("'Tags' must be text, but it is an object. Check the expression in this field");
	expect(field.read({ __rl: true, mode: 'id', value: ' x ' })).toBe('x');
});
