import { startAlibaba, type AlibabaVendor } from '../../../sandbox/alibaba';
import type { AlibabaOptions } from '../../../sandbox/alibaba/options';
import { createWorld } from '../../../sandbox/world';
import { BACK2BACK, call } from './request';

interface Contexts {
	CallContext: { JobId: string; ChannelContexts: unknown };
	UserContext: Record<string, unknown>;
}

const running: AlibabaVendor[] = [];

async function start(options: AlibabaOptions): Promise<AlibabaVendor> {
	const vendor = await startAlibaba(createWorld(), options);
	running.push(vendor);
	return vendor;
}

afterEach(async () => {
	await Promise.all(running.splice(0).map(async (vendor) => await vendor.close()));
});

/** Places a call and sends keys into it; returns the second answer. */
async function pressKey(vendor: AlibabaVendor) {
	await call(vendor.url, 'StartBack2BackCall', BACK2BACK);
	const [placed] = vendor.calls();
	const ChannelId = placed?.channels[0]?.id ?? '';
	const query = { InstanceId: 'ccc-test', JobId: placed?.jobId ?? '', ChannelId, Dtmf: '5' };
	const { data } = await call(vendor.url, 'SendDtmfSignaling', query);
	return { data, contexts: data.Data as Contexts, ChannelId };
}

test("the LaunchSurvey page's style: everything is text", async () => {
	const { data, contexts, ChannelId } = await pressKey(await start({ quirks: 'launchSurveyPage' }));
	expect(data).toMatchObject({ Code: 'OK', HttpStatusCode: '200', Message: '无', Params: '无' });
	expect(contexts.CallContext.ChannelContexts).toMatchObject([
		{
			ChannelId: `${ChannelId}"`,
			Index: '1',
			Timestamp: expect.stringMatching(/^\d{13}$/) as string,
			ReleaseInitiator: '无',
			Destination: '13918140000',
		},
	]);
	expect(contexts.UserContext).toMatchObject({
		OutboundScenario: 'false',
		SignedSkillGroupIdList: '["skill-group@ccc-test"]',
	});
});

test("the SendDtmfSignaling page's style: numbers, a lone object, escaped ids", async () => {
	const { data, contexts, ChannelId } = await pressKey(await start({ quirks: 'sendDtmfSignalingPage' }));
	expect(data).toMatchObject({ Code: 'OK', HttpStatusCode: 200 });
	expect(Object.keys(data)).not.toContain('Params');
	expect(contexts.CallContext.ChannelContexts).toMatchObject({
		ChannelId: `${ChannelId.replace('>', '&amp;gt;')}"`,
		Destination: 13918140000,
		Originator: 1021570000,
		UserExtension: 80011474,
	});
	expect(contexts.CallContext.ChannelContexts).not.toHaveProperty('ReleaseReason');
	expect(contexts.UserContext).toMatchObject({ Mobile: 13900000001, OutboundScenario: false });
});

test("the StartBack2BackCall page's style: filler instead of nothing", async () => {
	const { data, contexts, ChannelId } = await pressKey(await start({ quirks: 'startBack2BackCallPage' }));
	expect(data).toMatchObject({ HttpStatusCode: 200, Message: '无', Params: ['无'] });
	expect(contexts.CallContext.ChannelContexts).toMatchObject([{ ChannelId, ReleaseInitiator: '无' }]);
	expect(contexts.UserContext).toMatchObject({
		DeviceState: '无',
		SignedSkillGroupIdList: ['skill-group@ccc-test'],
	});
});

test('both legs of a new call are shown in every style', async () => {
	const vendor = await start({ quirks: 'sendDtmfSignalingPage' });
	const { data } = await call(vendor.url, 'StartBack2BackCall', BACK2BACK);
	expect((data.Data as Contexts).CallContext.ChannelContexts).toHaveLength(2);
});

test('by default the three styles take turns', async () => {
	const vendor = await start({});
	const params = [];
	for (let at = 0; at < 6; at++) {
		const { data } = await call(vendor.url, 'ListInstances', { PageNumber: '1', PageSize: '10' });
		params.push(data.Params);
	}
	expect(params.slice(0, 3)).toEqual(params.slice(3));
	expect(params.slice(0, 3)).toEqual(expect.arrayContaining(['无', ['无'], undefined]));
});

test("the call center's own errors may come with HTTP 200", async () => {
	const vendor = await start({ quirks: 'clean', errorsInHttp200: true });
	const own = await call(vendor.url, 'StartBack2BackCall', { ...BACK2BACK, Broker: '000' });
	expect(own.status).toBe(200);
	expect(own.data).toMatchObject({
		Code: 'NotExists.Number',
		HttpStatusCode: 404,
		Message: 'The specified number %s does not exist in instance %s.',
		Params: ['000', 'ccc-test'],
	});
	const gateway = await call(vendor.url, 'StartBack2BackCall', {});
	expect(gateway.status).toBe(400);
});
