import type { IDataObject } from 'n8n-workflow';
import { normalize } from '../../../nodes/AlibabaCloudCallCenter/api/response';
import { listHistoricalAgentReport } from '../../../nodes/AlibabaCloudCallCenter/resources/agent/listHistoricalAgentReport';

const settings = { simplify: true, timeZone: 'Asia/Shanghai' };

/** Returns as many rows as the page holds, whichever page is asked for. */
async function fullPage(_: string, values: object) {
	const size = (values as { pageSize: number }).pageSize;
	return { data: { List: Array.from({ length: size }, (_row, i) => ({ AgentId: `agent${i}@ccc-test` })) } };
}

async function report(filters: IDataObject) {
	return await listHistoricalAgentReport.perform(fullPage as never, { instanceId: 'ccc-test', returnAll: true, ...filters }, settings);
}

describe('the report on agents', () => {
	it('reads on after a full page', async () => {
		const { results, next } = await report({});
		expect(results).toHaveLength(100);
		expect(next).toEqual({ page: 2, count: 100 });
	});

	// Source: ListHistoricalAgentReport's page: with agent IDs, page number and size have no effect.
	it('asks once for agents that are named, since every page would return the same', async () => {
		const { results, next } = await report({ agentIds: Array.from({ length: 100 }, (_, i) => `agent${i}@ccc-test`) });
		expect(results).toHaveLength(100);
		expect(next).toBeUndefined();
	});

	it('has numbers where the vendor writes text', () => {
		const arrived = { Back2Back: { CallsDialed: '12', AverageTalkTime: '31.5', AnswerRate: '0.75', MaxTalkTime: 60 }, Overall: { ServiceLevel15: '0', SatisfactionIndex: '4.5' } };
		const figures = { back2Back: { callsDialed: 12, averageTalkTime: 31.5, answerRate: 0.75, maxTalkTime: 60 }, overall: { serviceLevel15: 0, satisfactionIndex: 4.5 } };
		expect(normalize(arrived)).toEqual(figures);
	});

	it('leaves alone what only resembles a figure', () => {
		const record = { SatisfactionDescription: '5', SatisfactionSurveyChannel: '1', CallsDialed: 'n/a', TotalTalkTime: '12345678901234567890' };
		expect(normalize(record)).toEqual({
			satisfactionDescription: '5',
			satisfactionSurveyChannel: '1',
			callsDialed: 'n/a',
			totalTalkTime: '12345678901234567890',
		});
	});
});
