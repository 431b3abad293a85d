import type { IDataObject } from 'n8n-workflow';
import type { Action } from '../../../nodes/common/action/action';
import type { CccClient } from '../../../nodes/AlibabaCloudCallCenter/api/transport';
import { createCampaign } from '../../../nodes/AlibabaCloudCallCenter/resources/campaign/createCampaign';
import { modifyCampaignNumbers } from '../../../nodes/AlibabaCloudCallCenter/resources/campaign/modifyCampaignNumbers';
import { resumeCampaign } from '../../../nodes/AlibabaCloudCallCenter/resources/campaign/resumeCampaign';
import { submitCampaign } from '../../../nodes/AlibabaCloudCallCenter/resources/campaign/submitCampaign';
import { updateCampaign } from '../../../nodes/AlibabaCloudCallCenter/resources/campaign/updateCampaign';

const morning = { beginTime: '09:00', endTime: '12:00' };

const campaign = {
	instanceId: 'ccc-test',
	name: 'Renewals November',
	queueId: 'skillgroup@ccc-test',
	contactFlowId: 'c1f2bc75-422e-43c7-9c9d9d95633a',
	startTime: '2026-11-23T09:00',
	endTime: '2026-11-27T18:00',
	callableTime: { windows: [morning] },
	strategyType: 'PACING',
	ratio: 1,
	maxAttemptCount: 1,
	minAttemptInterval: 60,
};

const change = { instanceId: 'ccc-test', campaignId: '6badb397-a8b5-40b6-21019d382a09', strategyType: 'unchanged' };

/** What an action sends for these parameters. */
async function sentBy(action: Action<CccClient>, parameters: IDataObject, additional: IDataObject = {}): Promise<object> {
	const sent: object[] = [];
	const send: CccClient = async (_name, values) => {
		sent.push(values);
		return { data: {} };
	};
	const values = action.read((field) => parameters[field], additional);
	await action.perform(send, values, { simplify: true, timeZone: 'Asia/Shanghai' });
	return sent[0] ?? {};
}

describe('the callable time', () => {
	const read = async (...windows: IDataObject[]) => await sentBy(createCampaign, { ...campaign, callableTime: { windows } });

	it('is sent with seconds, in the order it was entered', async () => {
		const evening = { beginTime: '18:30:15', endTime: '20:00' };
		const callableTime = [
			{ beginTime: '18:30:15', endTime: '20:00:00' },
			{ beginTime: '09:00:00', endTime: '12:00:00' },
		];
		await expect(read(evening, morning)).resolves.toMatchObject({ callableTime });
	});

	it('may have windows that touch', async () => {
		await expect(read(morning, { beginTime: '12:00:00', endTime: '18:00' })).resolves.toBeDefined();
	});

	it.each<[string, IDataObject[], RegExp]>([
		['no window', [], /'Callable Time' is empty: add a window/],
		['a window without a time', [{ beginTime: '09:00', endTime: '' }], /'End Time' is empty: enter a value such as 12:00/],
		['an hour without its zero', [{ beginTime: '9:00', endTime: '12:00' }], /'Begin Time' is "9:00": give a time of day such as 09:00/],
		['an hour that does not exist', [{ beginTime: '09:00', endTime: '24:00' }], /'End Time' is "24:00".*the last one is 23:59:59/],
		['a minute that does not exist', [{ beginTime: '09:60', endTime: '12:00' }], /'Begin Time' is "09:60"/],
		['a second that does not exist', [{ beginTime: '09:00:60', endTime: '12:00' }], /'Begin Time' is "09:00:60"/],
		['an end before its beginning', [{ beginTime: '22:00', endTime: '06:00' }], /22:00:00 to 06:00:00: let it end after it begins. One that passes midnight/],
		['an empty window', [{ beginTime: '09:00', endTime: '09:00:00' }], /let it end after it begins/],
		['windows that overlap', [{ beginTime: '11:59:59', endTime: '18:00' }, morning], /overlap, 09:00:00 to 12:00:00 and 11:59:59 to 18:00:00/],
		['the same window twice', [morning, morning], /overlap/],
		['a window within another', [{ beginTime: '08:00', endTime: '20:00' }, morning], /overlap/],
	])('refuses %s', async (_case, windows, message) => {
		await expect(read(...windows)).rejects.toThrow(message);
	});

	it('must be filled in, whatever the editor left', async () => {
		for (const callableTime of [undefined, '', {}]) {
			await expect(sentBy(createCampaign, { ...campaign, callableTime })).rejects.toThrow(/'Callable Time' is empty/);
		}
	});
});

describe('the strategy', () => {
	it('is sent as its own parameters only', async () => {
		const other = { ratio: 2, abandonRate: 5, historicalConnectedRate: 35 };
		await expect(sentBy(createCampaign, { ...campaign, ...other })).resolves.toMatchObject({ strategyType: 'PACING', strategyParameters: '{"ratio":2}' });
		await expect(sentBy(createCampaign, { ...campaign, ...other, strategyType: 'PID' })).resolves.toMatchObject({
			strategyType: 'PID',
			strategyParameters: '{"abandonRate":"5","historicalConnectedRate":"35"}',
		});
	});

	it('stays as it is unless it is changed', async () => {
		await expect(sentBy(updateCampaign, { ...change, ratio: 2 }, { name: 'Renewals' })).resolves.not.toHaveProperty('strategyParameters');
	});

	it.each([
		['ratio', 0, /'Ratio' is 0: use a number from 0.1 to 100/],
		['ratio', '', /'Ratio' is empty/],
	])('refuses a %s of "%s"', async (name, value, message) => {
		await expect(sentBy(createCampaign, { ...campaign, [name]: value })).rejects.toThrow(message);
	});
});

describe('the period of a campaign', () => {
	it('is read in the time zone of the workflow', async () => {
		await expect(sentBy(createCampaign, campaign)).resolves.toMatchObject({ startTime: 1_795_395_600_000, endTime: 1_795_773_600_000 });
	});

	it.each(['2026-11-23T09:00', '2026-11-23T00:59:59Z', '2026-11-22'])('may not end at %s when it starts at 2026-11-23T09:00 in Shanghai', async (endTime) => {
		const refusal = /'End Time' is not after 'Start Time'/;
		await expect(sentBy(createCampaign, { ...campaign, endTime })).rejects.toThrow(refusal);
		await expect(sentBy(updateCampaign, change, { startTime: campaign.startTime, endTime })).rejects.toThrow(refusal);
	});
});

it('refuses a change that changes nothing', async () => {
	await expect(sentBy(updateCampaign, change)).rejects.toThrow('There is nothing to change');
	await expect(sentBy(updateCampaign, change, { callableTime: {}, name: '' })).rejects.toThrow('There is nothing to change');
	await expect(sentBy(updateCampaign, { ...change, strategyType: 'PACING', ratio: 1 })).resolves.toBeDefined();
});

it('refuses to replace the numbers of a campaign with nothing', async () => {
	const parameters = { instanceId: 'ccc-test', campaignId: change.campaignId, numbers: '' };
	await expect(sentBy(modifyCampaignNumbers, parameters)).rejects.toThrow("'Caller Numbers' is empty");
	await expect(sentBy(modifyCampaignNumbers, parameters, { instGroupId: 'group-1' })).resolves.toMatchObject({ instGroupId: 'group-1' });
});

it('knows what rings people', () => {
	expect([submitCampaign, resumeCampaign].map(({ effect }) => effect)).toEqual(['dial', 'dial']);
	expect([createCampaign, updateCampaign].map(({ effect }) => effect)).toEqual(['change', 'change']);
});
