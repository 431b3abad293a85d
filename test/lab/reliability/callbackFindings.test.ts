import type { IRunExecutionData } from 'n8n-workflow';
import { callbackFindings, type CallbackFindings } from '../../../lab/reliability/callbackFindings';
import type { StoredExecution } from '../../../lab/reliability/stage';
import { createWorld } from '../../../sandbox/world';
import { startBaiying, type BaiyingVendor } from '../../../sandbox/baiying';

let baiying: BaiyingVendor;

beforeAll(async () => void (baiying = await startBaiying(createWorld())));
afterAll(async () => await baiying.close());

const main = (callId: string) => ({ main: [[{ json: { callId } }]] });

/** What n8n puts in the place of the output of a run that was broken off. */
const PLACEHOLDER = { main: [[{ json: { isArtificialRecoveredEventItem: true } }]] };

function run(callId: string, startedAt: number, status = 'success'): StoredExecution {
	const isBroken = status === 'crashed';
	const data = {
		resultData: { runData: { Callback: [{ data: isBroken ? PLACEHOLDER : main(callId) }] } },
		executionData: { nodeExecutionStack: isBroken ? [{ data: main(callId) }] : [] },
	};
	return { id: startedAt, status, startedAt, data: data as unknown as IRunExecutionData };
}

function findings(executions: StoredExecution[]): CallbackFindings {
	const calls = ['1', '2'].map((callId) => ({ callId, callback: baiying.callback('callRecord'), copies: 1, deliveries: [] }));
	const cuts = [{ at: 1000, backAt: 2000 }];
	return callbackFindings({ order: { calls: 2, kills: 1, seed: 1 }, calls, cuts, executions, startedAt: 0, endedAt: 5000, trigger: 'Callback' });
}

test('one run each', () => {
	expect(findings([run('1', 500), run('2', 2500)])).toMatchObject({ callsWithoutRun: 0, callsWithSecondRun: 0, callsOnlyInterrupted: 0, runsPerSecond: [1, 0, 1, 0, 0, 0] });
});

test('a call without a run', () => {
	expect(findings([run('1', 500)])).toMatchObject({ callsWithoutRun: 1 });
});

test('a second run, with and without a kill in between', () => {
	expect(findings([run('1', 500), run('1', 2500)])).toMatchObject({ callsWithSecondRun: 1, callsWithSecondRunOfOneProcess: 0 });
	expect(findings([run('1', 500), run('1', 600)])).toMatchObject({ callsWithSecondRun: 1, callsWithSecondRunOfOneProcess: 1 });
});

test('a run that a kill interrupted still names its call', () => {
	expect(findings([run('1', 500, 'crashed'), run('2', 500)])).toMatchObject({ callsWithoutRun: 0, callsOnlyInterrupted: 1 });
});
