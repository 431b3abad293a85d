import type { IDataObject, INodeExecutionData, IRunExecutionData } from 'n8n-workflow';
import { toldBy } from '../../../../lab/reliability/rulesWeek/told';

const task = (startTime: number, ...outputs: INodeExecutionData[][]) => ({ startTime, executionTime: 5, executionIndex: 0, source: [], data: { main: outputs } });
const customer = (phone: string): INodeExecutionData => ({ json: { phone, key: `key-${phone}` } });
const item = (json: IDataObject, index: number): INodeExecutionData => ({ json, pairedItem: { item: index } });

test('what two nodes said is read by customer, with the time that each of them took', () => {
	const skipped = { skipped: true, verdict: 'limitReached', reason: 'why', nextAllowedAt: '2026-02-25T01:00:00.000Z' };
	const runData = {
		'Is Service': [task(0, [customer('1'), customer('2')], [customer('3'), customer('4')])],
		Sales: [task(1, [item({ jobId: 'job' }, 0)]), task(10, [item(skipped, 1), item({ jobId: 'job' }, 0)])],
		Service: [task(20, [item({ error: 'no', details: { outcome: 'unknown', code: 'TIMEOUT' } }, 0), item({ jobId: 'a' }, 1), item({ jobId: 'b' }, 1)])],
	};
	const data = { resultData: { runData } } as unknown as IRunExecutionData;
	expect(toldBy({ id: 1, status: 'success', startedAt: 0, data })).toEqual([
		{ phone: '1', key: 'key-1', from: 10, to: 15, outcome: 'done' },
		{ phone: '2', key: 'key-2', from: 10, to: 15, outcome: 'skipped', verdict: 'limitReached', reason: 'why', nextAllowedAt: '2026-02-25T01:00:00.000Z' },
		{ phone: '3', key: 'key-3', from: 20, to: 25, outcome: 'unknown', code: 'TIMEOUT' },
		{ phone: '4', key: 'key-4', from: 20, to: 25 },
	]);
});
