import { parseCallback } from '../../../../nodes/Baiying/callback/callback';
import { readJson, type JsonObject } from '../../../../nodes/Baiying/callback/json';
import { fixture, fixtureText, inner } from '../support/fixtures';

function idOf(text: string): string | undefined {
	return parseCallback(readJson(text))?.deliveryId;
}

const idWith = (change: (data: JsonObject) => void): string | undefined => {
	const body = fixture('callRecord');
	change(inner(body));
	return idOf(JSON.stringify(body));
};

const original = idOf(fixtureText('callRecord'));

test('it is 32 hex digits, and the same in every process', () => {
	expect(original).toMatch(/^[0-9a-f]{32}$/);
	expect(idOf(fixtureText('intentionChange'))).toBe('dbf283efa37cf0c12ae074bc119b9685');
});

test('white space, the order of keys and the notation of JSON in strings make no difference', () => {
	expect(idWith(() => {})).toBe(original);
	expect(
		idWith((data) => {
			const reversed = Object.entries(data.sceneInstance as JsonObject).reverse();
			data.sceneInstance = Object.fromEntries(reversed);
		}),
	).toBe(original);
	expect(
		idWith((data) => {
			const call = data.sceneInstance as JsonObject;
			call.properties = JSON.parse(call.properties as string) as JsonObject;
		}),
	).toBe(original);
});

test('sign and dateTime belong to the attempt, not to the delivery', () => {
	expect(idWith((data) => Object.assign(data, { sign: 'abc', dateTime: 'Fri, 17 Oct 2014 07:13:48 GMT' }))).toBe(original);
});

test('the words around the data make no difference', () => {
	expect(idOf(JSON.stringify({ ...fixture('callRecord'), resultMsg: '执行成功' }))).toBe(original);
});

test('any change to the call changes it', () => {
	expect(idWith((data) => Object.assign(data.sceneInstance as JsonObject, { gmtModified: '2019-01-12 17:00:00' }))).not.toBe(original);
	expect(idWith((data) => (data.taskResult as JsonObject[]).reverse())).not.toBe(original);
	expect(idWith((data) => Object.assign(data, { jobFinished: true }))).not.toBe(original);
});
