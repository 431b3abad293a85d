import { call, locator, start, vendor, world } from './support';

beforeEach(async () => await start());
afterEach(async () => await vendor.close());

it('passes variables on to a survey flow without rounding the numbers in them', async () => {
	for (const phone of ['13918140000', '13720000000']) world.phones.setBehaviour(phone, { talkMs: 600_000 });
	const { json } = await call();
	const contactFlowVariables = '{ "orderId": 12345678901234567890, "rate": 0.12345678901234567890 }';
	const { error } = await call({
		parameters: {
			resource: 'call',
			operation: 'launchSurvey',
			instanceId: locator('ccc-test'),
			jobId: String(json[0]?.jobId),
			contactFlowId: locator('survey-flow-1'),
			additionalFields: { contactFlowVariables },
		},
	});
	expect(error).toBeUndefined();
	expect(vendor.surveys()).toMatchObject([{ contactFlowVariables }]);
});
