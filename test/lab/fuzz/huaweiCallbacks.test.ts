import fc from 'fast-check';
import { hostileBody, type Sender } from '../../../lab/fuzz/generate';
import { faultsOf } from '../../../lab/fuzz/invariants';
import { FuzzedTrigger, type Setup } from '../../../lab/fuzz/trigger';
import { answered, campaignCall, huawei, hungUp, notified, SECRETS, signed, TOKEN } from '../../nodes/HuaweiContactCenter/callback/support';

const SEED = 2026;
const BODIES = 60;
const LARGEST = 100_000;

jest.setTimeout(60_000);

const SENDER: Sender = {
	samples: [answered, hungUp, notified, () => signed(hungUp()), () => [campaignCall(), campaignCall({ sessionId: 'customer-2' })]],
	newKeys: ['__proto__', 'constructor', 'toJSON', 'signature', 'timestamp', 'nonce', 'recordPath', 'campaignId', 'callStatus', 'releaseReason', 'talkingTime', 'length'],
	read: new Set([...Object.keys(hungUp()), ...Object.keys(campaignCall()), 'timestamp', 'nonce', 'signature']),
};

const SETUPS: Setup[] = [
	{ parameters: { authentication: 'none' } },
	{ parameters: { authentication: 'none', simplify: false } },
	{ parameters: { authentication: 'signature' }, credential: SECRETS },
	{
		parameters: { authentication: 'callbackToken', options: { campaignIds: '1405893', callResults: ['answered', 'unknown'], allowedIps: '127.0.0.0/8' } },
		credential: SECRETS,
		query: { [TOKEN]: '' },
	},
];

test(`${BODIES} bodies of the seed ${SEED}`, async () => {
	const property = fc.asyncProperty(fc.constantFrom(...SETUPS), hostileBody(LARGEST, SENDER), async (setup, body) => {
		const tested = huawei();
		expect(await faultsOf(new FuzzedTrigger(tested.type, setup, tested), body)).toEqual([]);
	});
	await fc.assert(property, { seed: SEED, numRuns: BODIES, interruptAfterTimeLimit: 45_000 });
});
