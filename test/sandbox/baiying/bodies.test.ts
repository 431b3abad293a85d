import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startBaiying, type BaiyingVendor, type CallbackKind } from '../../../sandbox/baiying';
import { GRADE_WORDINGS } from '../../../sandbox/baiying/facts';
import { httpDate, javaDate } from '../../../sandbox/baiying/dates';
import { createWorld } from '../../../sandbox/world';

type Fields = Record<string, unknown>;

let baiying: BaiyingVendor;

beforeAll(async () => {
	baiying = await startBaiying(createWorld());
});

afterAll(async () => {
	await baiying.close();
});

function sample(name: string): Fields {
	return JSON.parse(readFileSync(join(__dirname, '../../fixtures/baiying', `${name}.json`), 'utf8')) as Fields;
}

/** Every path in the value; entries of a list count as one. */
function paths(value: unknown, path = ''): string[] {
	if (Array.isArray(value)) return [...new Set(value.flatMap((entry) => paths(entry, `${path}[]`)))];
	if (typeof value !== 'object' || value === null) return [path];
	return Object.entries(value).flatMap(([key, entry]) => paths(entry, `${path}.${key}`));
}

/** Fields of the page's sample that Baiying dropped in mid-2019. */
const DROPPED = /\.(ip|hostName|version|secondaryStartTime|jobIsDelete|bugType|extra|analyzeType|csStaffId|corpName|trackResult)$/;

test.each<[CallbackKind, string]>([
	['callRecord', 'callRecord'],
	['jobStatus', 'jobStatus'],
	['intentionChange', 'intentionChange'],
	['openCallRecord', 'openCallRecord'],
	['openJobStatus', 'openJobStatus'],
])('%s has the fields of the sample', (kind, name) => {
	const body = JSON.parse(JSON.stringify(baiying.callback(kind).body)) as Fields;
	const missing = paths(sample(name)).filter((path) => !DROPPED.test(path) && !paths(body).includes(path));
	expect(missing.filter((path) => !/callRepeat|collectProperties|properties\.|resultLabels/.test(path))).toEqual([]);
});

test('overrides are laid over the inner data', () => {
	const { body } = baiying.callback('callRecord', { sceneInstance: { finishStatus: 6 }, taskResult: [] });
	expect(body.data.data).toMatchObject({ sceneInstance: { finishStatus: 6, customerName: '2989' }, taskResult: [] });
});

test('the older platform writes own fields as a JSON string, the open platform as an object', () => {
	const legacy = baiying.callback('callRecord').body.data.data.sceneInstance as Fields;
	const open = baiying.callback('openCallRecord').body.data.data.callInstance as Fields;
	expect(JSON.parse(legacy.properties as string)).toEqual(open.properties);
});

test('call ids are larger than 32 bits and never repeat', () => {
	const idOf = (kind: CallbackKind) => (baiying.callback(kind).body.data.data.callInstance as Fields).callInstanceId as number;
	const [one, two] = [idOf('openCallRecord'), idOf('openCallRecord')];
	expect(one).toBeGreaterThan(2 ** 32);
	expect(two).toBe(one + 1);
});

test('each grade has a wording that begins with its letter', () => {
	for (const [grade, { value, crm }] of Object.entries(GRADE_WORDINGS)) {
		expect([value[0], crm[0]]).toEqual([grade, grade]);
	}
});

test('dates', () => {
	const at = Date.UTC(2014, 9, 16, 7, 13, 48);
	expect(javaDate(at)).toBe('Thu Oct 16 07:13:48 GMT 2014');
	expect(httpDate(at)).toBe('Thu, 16 Oct 2014 07:13:48 GMT');
});
