import { createHash } from 'node:crypto';
import express from 'express';
import type { INodeParameters } from 'n8n-workflow';
import { listen } from '../../sandbox/server';
import { itemsOf, type Execution, type SavedCredential, type SavedWorkflow } from '../../sandbox/n8n/rest';
import type { CallRecord } from '../../sandbox/alibaba/callRecord';
import { node, openBench, using, type Bench } from './bench';
import { inboundCall } from './inboundCall';

const EVERY_SECOND = { item: [{ mode: 'custom', cronExpression: '* * * * * *' }] };

let bench: Bench;
let key: SavedCredential;

beforeAll(async () => {
	bench = await openBench({ speed: 1 });
	key = await bench.credential('alibabaCloudAccessKeyApi');
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => await bench.close());
beforeEach(() => {
	bench.sandbox.alibaba.reset();
	bench.sandbox.world.faults.clear();
});

/** A workflow with the trigger, and one more node behind it. */
async function withTrigger(options: INodeParameters = {}, next = node('Done', 'n8n-nodes-base.noOp', {})): Promise<SavedWorkflow> {
	const parameters = {
		pollTimes: EVERY_SECOND,
		instanceId: { __rl: true, mode: 'id', value: 'ccc-test' },
		events: ['callEnded', 'recordingReady'],
		filters: {},
		options,
	};
	const trigger = node('Calls', 'n8n-nodes-call-center.alibabaCloudCallCenterTrigger', parameters, using(key));
	const connections = { Calls: { main: [[{ node: next.name, type: 'main' as const, index: 0 }]] } };
	return await bench.n8n.createWorkflow({ name: 'Calls', nodes: [trigger, next], connections, settings: { executionOrder: 'v1' } });
}

/** Waits until the trigger has polled so often, from now on. */
async function polls(count: number): Promise<void> {
	const { alibaba } = bench.sandbox;
	const goal = alibaba.requests + count;
	while (alibaba.requests < goal) await new Promise((resolve) => setTimeout(resolve, 100));
}

function end(jobId: string): CallRecord {
	const record = inboundCall(jobId);
	bench.sandbox.alibaba.records.push(record);
	return record;
}

function reported(executions: Execution[]): string[] {
	return executions.map((execution) => itemsOf(execution, 'Calls').map(({ json }) => `${String(json.jobId)} ${String(json.event)}`).join(', '));
}

it('starts one run for each call that has ended, and one when its recording is ready', async () => {
	end('job-before');
	const workflow = await withTrigger();
	await bench.n8n.publish(workflow);
	await polls(2);
	const [first] = [end('job-1'), end('job-2'), end('job-3')];
	await bench.n8n.waitForExecutions(workflow.id, 3);
	Object.assign(first ?? {}, { RecordingReady: true });
	const runs = await bench.n8n.waitForExecutions(workflow.id, 4);
	await polls(3);
	await bench.n8n.unpublish(workflow);

	expect(reported(runs).sort()).toEqual(['job-1 callEnded', 'job-1 recordingReady', 'job-2 callEnded', 'job-3 callEnded']);
	expect(runs.map(({ status }) => status)).toEqual(runs.map(() => 'success'));
	expect(await bench.n8n.executions(workflow.id)).toHaveLength(4);
});

it('downloads a recording that the next node can read', async () => {
	const wav = Buffer.from('RIFF, as far as this test is concerned');
	const storage = await listen(express().get('/job-1.wav', (_request, response) => void response.type('audio/wav').send(wav)), 0);
	jest.spyOn(bench.sandbox.alibaba.recordings, 'get').mockReturnValue({ Duration: 1000, FileName: 'job-1.wav', FileUrl: `${storage.url}/job-1.wav` });
	const digest = { action: 'hash', type: 'SHA256', binaryData: true, binaryPropertyName: 'recording', dataPropertyName: 'digest' };
	const workflow = await withTrigger({ downloadRecording: true, recordingHosts: storage.url }, node('Digest', 'n8n-nodes-base.crypto', digest));
	await bench.n8n.publish(workflow);
	await polls(2);
	end('job-1').RecordingReady = true;
	const runs = await bench.n8n.waitForExecutions(workflow.id, 2);
	await bench.n8n.unpublish(workflow);
	await storage.close();

	const recorded = runs.find((run) => reported([run])[0] === 'job-1 recordingReady');
	expect(recorded && itemsOf(recorded, 'Digest')[0]?.json.digest).toBe(createHash('sha256').update(wav).digest('hex'));
});

it('reports what ended while the workflow was switched off', async () => {
	const workflow = await withTrigger();
	await bench.n8n.publish(workflow);
	await polls(2);
	await bench.n8n.unpublish(workflow);
	end('job-1');
	await bench.n8n.publish(workflow);
	const runs = await bench.n8n.waitForExecutions(workflow.id, 1);
	await bench.n8n.unpublish(workflow);

	expect(reported(runs)).toEqual(['job-1 callEnded']);
});

it('records a vendor that fails as one failed execution, and loses nothing', async () => {
	const workflow = await withTrigger();
	await bench.n8n.publish(workflow);
	await polls(2);
	bench.sandbox.world.faults.add({ vendor: 'alibaba', kind: 'refuse', every: 1 });
	end('job-1');
	await polls(3);
	bench.sandbox.world.faults.clear();
	const runs = await bench.n8n.waitForExecutions(workflow.id, 2);
	await bench.n8n.unpublish(workflow);

	expect(runs.map(({ status }) => status)).toEqual(['error', 'success']);
	expect(reported(runs)[1]).toBe('job-1 callEnded');
});

it('returns the latest call when it is tested in the editor', async () => {
	end('job-1');
	const execution = await bench.n8n.run(await withTrigger(), 'Calls');

	expect(execution.status).toBe('success');
	expect(reported([execution])).toEqual(['job-1 callEnded']);
});

it('says in the editor that there is no call yet', async () => {
	const execution = await bench.n8n.run(await withTrigger(), 'Calls');

	expect(execution.status).toBe('error');
	expect(execution.data.resultData.error?.message).toMatch(/^No call that passes the filters has ended in the last 7 days/);
});
