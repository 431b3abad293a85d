import { startBaiying, type BaiyingVendor } from '../../../../sandbox/baiying';
import { createWorld } from '../../../../sandbox/world';
import { runBaiying } from '../support/node';

let vendor: BaiyingVendor;

beforeAll(async () => {
	vendor = await startBaiying(createWorld());
});
beforeEach(() => vendor.reset());
afterAll(async () => await vendor.close());

async function record(parameters: Record<string, unknown>) {
	return await runBaiying(vendor, { api: 'openPlatform', resource: 'callRecord', operation: 'get', parameters: { callInstanceId: vendor.apis.seeds.callId, ...parameters } });
}

const hosts = () => ({ additionalFields: { recordingHosts: vendor.url } });

test('the recording comes with the call, in the binary field of that name', async () => {
	const { outputs, error } = await record({ download: true, binaryPropertyName: 'voice', ...hosts() });
	expect(error).toBeUndefined();
	expect(outputs[0]).toMatchObject([{ json: { callId: vendor.apis.seeds.callId, callResult: 'answered' }, binary: { voice: { mimeType: 'audio/wav', fileExtension: 'wav' } } }]);
});

test('nothing is downloaded unless it is asked for, or if the call has no recording', async () => {
	expect((await record(hosts())).outputs[0]?.[0]).not.toHaveProperty('binary');
	const [call] = vendor.apis.jobs.find(vendor.apis.seeds.doneJobId)?.calls ?? [];
	Object.assign(call ?? {}, { finishStatus: 8 });
	const { outputs } = await record({ download: true, ...hosts() });
	expect(outputs[0]?.[0]).not.toHaveProperty('binary');
	expect(outputs[0]?.[0]?.json).toMatchObject({ callResult: 'noAnswer' });
});

test('a host that is not trusted is refused', async () => {
	const { error } = await record({ download: true });
	expect(error?.message).toMatch(/its address is not in Baiying's storage.*'Recording Hosts'/);
});
