import type { IDataObject, INodeType } from 'n8n-workflow';
import { resources as alibaba } from '../../../../nodes/AlibabaCloudCallCenter/resources';
import { resources as baiying } from '../../../../nodes/Baiying/resources';
import { resources as huawei } from '../../../../nodes/HuaweiContactCenter/resources';
import { defineAction, defineBatchAction, type Effect, type FindBy } from '../../../../nodes/common/action/action';
import { text } from '../../../../nodes/common/action/fields';
import { defineWholeAction } from '../../../../nodes/common/action/whole';
import { VendorError } from '../../../../nodes/common/vendor/errors';
import { runNode, type NodeRun } from '../../../support/runNode';
import { nodeWith } from '../support/node';

const field = (displayName: string) => text({ displayName, description: 'A field of the test' });
const fields = { campaignId: field('Campaign'), phone: field('Phone') };
const words = { name: 'Call', action: 'Call', description: 'Calls', fields };

/** A node whose operations return what is given for each phone, or fail. */
function calling(answers: Record<string, IDataObject>, findBy: FindBy, effect: Effect = 'dial'): INodeType {
	const answerTo = (phone: string): IDataObject => {
		const answer = answers[phone];
		if (answer) return answer;
		throw new VendorError({ failure: 'refused', code: 'TEST', message: 'The vendor failed' });
	};
	const single = defineAction<null>()({ ...words, operation: 'single', effect, findBy, perform: async (_, { phone }) => Promise.resolve([answerTo(phone)]) });
	const together = defineBatchAction<null>()({
		...words,
		operation: 'together',
		effect,
		findBy,
		batch: { size: 10, by: ({ campaignId }) => campaignId, perform: async (_, values) => Promise.resolve(values.map(({ phone }) => answerTo(phone))) },
	});
	const whole = defineWholeAction<null>()({
		...words,
		operation: 'whole',
		effect,
		findBy,
		pairs: 'all',
		perItem: ['phone'],
		perform: async (_, _values, [first]) => Promise.resolve([answerTo(first?.phone ?? '')]),
	});
	const connect = async () => Promise.resolve({ client: null, concurrency: 5, requestsPerSecond: 0 });
	// What the user's workflow has recorded before.
	return nodeWith({ actions: [single, together, whole], connect }, ['campaignId', 'phone'], ({ customData }) => customData.setAll((answers.before ?? {}) as Record<string, string>));
}

const CALL = { callId: 'jobId', campaign: 'campaignId' };

async function run(answers: Record<string, IDataObject>, { findBy = CALL, operation = 'single', effect }: { findBy?: FindBy; operation?: string; effect?: Effect } = {}): Promise<NodeRun> {
	const items = Object.keys(answers).filter((name) => name !== 'before').map((phone) => ({ phone }));
	const parameters = { resource: 'call', operation, campaignId: 'campaign-1', phone: '={{ $json.phone }}' };
	return await runNode({ type: calling(answers, findBy, effect), parameters, items, settings: { onError: 'continueRegularOutput' } });
}

const metadata = ({ run: { data } }: NodeRun) => data.resultData.metadata;

describe('an execution', () => {
	it('is found by its calls and their campaign, each named once', async () => {
		const done = await run({ '137': { jobId: 'job-1', phone: '137' }, '138': { jobId: 'job-2' }, '139': { jobId: 'job-1' } });
		expect(metadata(done)).toEqual({ callId: 'job-1,job-2', campaign: 'campaign-1' });
	});

	it('is found by an ID that is a number, or that stands in an answer that is not simplified', async () => {
		expect(metadata(await run({ '137': { jobId: 42 } }, { findBy: { callId: 'jobId' } }))).toEqual({ callId: '42' });
		expect(metadata(await run({ '137': { callContext: { jobId: 'job-1' } } }, { findBy: { callId: 'jobId' } }))).toEqual({ callId: 'job-1' });
	});

	it.each(['together', 'whole'])('is found by what was done %s', async (operation) => {
		expect(metadata(await run({ '137': { jobId: 'job-1', campaignId: 'campaign-1' } }, { operation }))).toEqual({ callId: 'job-1', campaign: 'campaign-1' });
	});

	it('keeps what it has already', async () => {
		const done = await run({ before: { callId: 'job-0', customer: 'vip' }, '137': { jobId: 'job-1' } }, { findBy: { callId: 'jobId' } });
		expect(metadata(done)).toEqual({ callId: 'job-0,job-1', customer: 'vip' });
	});

	it('names its first calls, as many as n8n documents to fit, and cuts no ID', async () => {
		const answers = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [String(13_700_000_000 + index), { jobId: `job-65735740600893${400 + index}` }]));
		const found = String(metadata(await run(answers))?.callId);
		expect(found.length).toBeLessThanOrEqual(255);
		expect(found.split(',')).toEqual(Array.from({ length: 11 }, (_, index) => `job-65735740600893${400 + index}`));
	});

	it('is found even if another item has failed', async () => {
		const type = calling({ '137': { jobId: 'job-1' } }, { callId: 'jobId' });
		const parameters = { resource: 'call', operation: 'single', campaignId: 'c', phone: '={{ $json.phone }}' };
		const done = await runNode({ type, parameters, items: [{ phone: '137' }, { phone: 'nobody' }] });
		expect(done.error).toBeDefined();
		expect(metadata(done)).toEqual({ callId: 'job-1' });
	});

	it.each<[string, IDataObject]>([
		['was skipped', { skipped: true, verdict: 'keyUsed' }],
		['was only checked', { skipped: false, dryRun: true }],
		['the vendor did not accept', { accepted: false, reason: 'on the list' }],
	])('is not found by an item that %s', async (_, answer) => {
		expect(metadata(await run({ '137': answer }))).toBeUndefined();
	});

	it('is not found by what it could not do', async () => {
		const type = calling({}, CALL);
		const parameters = { resource: 'call', operation: 'single', campaignId: 'c', phone: '137' };
		expect(metadata(await runNode({ type, parameters }))).toBeUndefined();
	});
});

describe('the actions', () => {
	const all = [...alibaba, ...baiying, ...huawei].flatMap(({ value, actions }) => actions.map(({ operation, effect, findBy }) => ({ name: `${value}.${operation}`, effect, findBy })));

	it('name what they set off, unless nobody knows what it is', () => {
		const unnamed = all.filter(({ effect, findBy }) => effect === 'dial' && !findBy).map(({ name }) => name);
		expect(unnamed).toEqual(['api.request', 'api.request', 'campaignResult.writeBack', 'api.request']);
	});

	it('name nothing if they only read, and never what may hold a phone number', () => {
		expect(all.filter(({ effect, findBy }) => effect === 'read' && findBy)).toEqual([]);
		const names = new Set(all.flatMap(({ findBy }) => Object.values(findBy ?? {})));
		expect([...names].sort()).toEqual(['callId', 'callJobId', 'callSerialNo', 'campaignId', 'jobId', 'taskId']);
	});
});
