import { example } from '../../sandbox/n8n/examples';
import type { Execution, SavedWorkflow } from '../../sandbox/n8n/rest';
import { Center } from '../sandbox/alibaba/center';
import { openBench, type Bench } from './bench';
import { Mailbox, type Mail } from './mailbox';
import { ModelServer, type Turn } from './modelServer';
import { openLink } from './openLink';

const SALES = '13918140000';
const [LI, WANG, ZHAO, CHEN, SUN] = ['13720000001', '13720000002', '13720000003', '13720000004', '13720000005'] as const;
const EVERY_DAY = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const model = new ModelServer();
const mailbox = new Mailbox((mail) => void press(mail));
let bench: Bench;
let decision: 'Approve' | 'Decline';
let workflow: SavedWorkflow;

beforeAll(async () => {
	[bench] = await Promise.all([openBench(), model.open(), mailbox.open()]);
	workflow = await imported();
});
afterAll(async () => await Promise.all([bench.close(), model.close(), mailbox.close()]));
beforeEach(() => {
	bench.sandbox.alibaba.reset();
	bench.sandbox.world.phones.reset();
	mailbox.mails.length = 0;
	for (const phone of [SALES, LI, WANG, ZHAO, CHEN, SUN]) bench.sandbox.world.phones.setBehaviour(phone, { ringMs: 10, talkMs: 10 });
});

/** The example, with a message in its chat, and at any time of any day. */
async function imported(): Promise<SavedWorkflow> {
	const { n8n } = bench;
	const file = example('ai-agent-with-review.json', [
		await bench.credential('alibabaCloudAccessKeyApi'),
		await n8n.createCredential('Chat model', 'openAiApi', { apiKey: 'sandbox', url: model.url, header: false }),
		await n8n.createCredential('Mail server', 'smtp', mailbox.credential),
	]);
	const rules = file.nodes.find(({ name }) => name === 'Call Customer')?.parameters.callingRules;
	Object.assign(rules ?? {}, { hours: { window: [{ days: EVERY_DAY, from: '00:00', to: '24:00' }] } });
	const message = { sessionId: 'session', action: 'sendMessage', chatInput: 'Connect sales with the customer' };
	return await n8n.createWorkflow({ ...file, pinData: { Chat: [{ json: message }] } });
}

/** Presses a button in a mail. */
async function press({ html }: Mail): Promise<void> {
	const [, url = ''] = new RegExp(`<a href="([^"]+)"[^>]*>${decision}</a>`).exec(html) ?? [];
	await openLink(url.replaceAll('&amp;', '&'));
}

const callTo = (phone: string): Turn => ({ calls: [{ phone, reason: 'The order is late' }] });

/** Runs the assistant while the model takes these turns. */
async function chat(made: typeof decision, ...turns: Turn[]): Promise<Execution> {
	decision = made;
	model.play(...turns);
	return await bench.n8n.run(workflow, 'Chat');
}

const timesRung = (phone: string) => bench.sandbox.world.phones.timesRung(phone);

async function isQuiet(): Promise<void> {
	const center = new Center(bench.sandbox.alibaba);
	while (!center.isQuiet()) await new Promise((resolve) => setTimeout(resolve, 50));
}

test('a call that is approved rings sales and the customer once, and says why', async () => {
	const { status } = await chat('Approve', callTo(LI));
	await isQuiet();

	expect(status).toBe('success');
	expect(mailbox.mails.map(({ subject }) => subject)).toEqual([`May the assistant call ${LI}?`]);
	expect(mailbox.mails[0]?.html).toContain('The order is late');
	expect([timesRung(SALES), timesRung(LI)]).toEqual([1, 1]);
	expect(bench.sandbox.alibaba.admitted().find(({ action }) => action === 'StartBack2BackCall')?.params.Tags).toBe('The order is late');
});

test('a call that is declined rings nobody', async () => {
	const { status } = await chat('Decline', callTo(WANG));

	expect(status).toBe('success');
	expect(bench.sandbox.alibaba.calls()).toEqual([]);
	expect(model.toolResults()).toEqual([expect.stringMatching(/rejected/)]);
});

test('the same call, asked for and approved again, is skipped', async () => {
	const { status } = await chat('Approve', callTo(ZHAO), callTo(ZHAO));
	await isQuiet();

	expect(status).toBe('success');
	expect(mailbox.mails).toHaveLength(2);
	expect(timesRung(ZHAO)).toBe(1);
	expect(model.toolResults()).toEqual([expect.stringContaining('jobId'), expect.stringMatching(/"skipped":true.*keyUsed/)]);
});

test('the same customer in another chat, with the number written differently, is skipped', async () => {
	await chat('Approve', callTo(CHEN));
	await isQuiet();
	await chat('Approve', callTo('+86 137-2000-0004'));

	expect(timesRung(CHEN)).toBe(1);
	expect(bench.sandbox.alibaba.calls()).toHaveLength(1);
	expect(model.toolResults()).toEqual([expect.stringMatching(/"skipped":true.*gapTooShort.*"nextAllowedAt":"20/)]);
});

test("a customer on Alibaba Cloud's do-not-call list is skipped", async () => {
	await new Center(bench.sandbox.alibaba).ask('ImportDoNotCallNumbers', { NumberList: JSON.stringify([SUN]) });
	await chat('Approve', callTo(SUN));

	expect(bench.sandbox.alibaba.calls()).toEqual([]);
	expect(model.toolResults()).toEqual([expect.stringMatching(/"skipped":true.*doNotCall/)]);
});
