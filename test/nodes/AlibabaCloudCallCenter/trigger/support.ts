import 'reflect-metadata';
import { TriggerContext } from 'n8n-core';
import {
	cronNodeOptions,
	type IDataObject,
	type INodeExecutionData,
	type IRun,
	type ITriggerFunctions,
	type ITriggerResponse,
	type NodeParameterValueType,
	type Workflow,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { AlibabaCloudAccessKeyApi } from '../../../../credentials/AlibabaCloudAccessKeyApi.credentials';
import { AlibabaCloudCallCenterTrigger } from '../../../../nodes/AlibabaCloudCallCenter/AlibabaCloudCallCenterTrigger.node';
import { underWay } from '../../../../nodes/AlibabaCloudCallCenter/trigger/handOver';
import { live } from '../../../../nodes/AlibabaCloudCallCenter/trigger/watch';
import type { CallRecord } from '../../../../sandbox/alibaba/callRecord';
import { TestCredentialsHelper } from '../../../support/credentialsHelper';
import { additionalDataFor, NODE, workflowOf } from '../../../support/runNode';
import { KEY, locator, vendor } from '../support';

export const MINUTE = 60_000;

/** The record of a call that was answered and has a recording, with some of its fields changed. */
export function record(id: string, changes: Partial<CallRecord> = {}): CallRecord {
	const now = Date.now();
	return {
		ContactId: `job-${id}`,
		InstanceId: 'ccc-test',
		ContactType: 'OUTBOUND',
		MediaType: 'AUDIO',
		ContactDisposition: 'Success',
		StartTime: now - 2 * MINUTE,
		ReleaseTime: now,
		CallingNumber: '01021570000',
		CalledNumber: '13720000000',
		Broker: '',
		RecordingReady: false,
		...changes,
	};
}

/** Lets calls end: their records appear at the vendor. */
export function ended(...records: CallRecord[]): void {
	vendor.records.push(...records);
}

interface Changes {
	events?: string[];
	simplify?: boolean;
	instanceId?: NodeParameterValueType;
	filters?: IDataObject;
	options?: IDataObject;
	retryPlan?: IDataObject;
}

/** The trigger with the field that n8n's loader adds to polling nodes. */
function triggerType(): AlibabaCloudCallCenterTrigger {
	const type = new AlibabaCloudCallCenterTrigger();
	type.description.properties.unshift({ displayName: 'Poll Times', name: 'pollTimes', type: 'fixedCollection', typeOptions: { multipleValues: true }, default: {}, options: cronNodeOptions });
	return type;
}

/** Forgets what is only in the memory of the process. */
export function forget(): void {
	live.clear();
	underWay.clear();
}

/** What becomes of a run that a trigger starts. */
export type RunOf = (item: INodeExecutionData) => 'ends' | 'stays' | 'is not created';

/**
 * An n8n with one workflow. As n8n does, it saves static data when a workflow has become active and when a run starts, and keeps the
 * key of each run in a unique column.
 */
export class TestN8n {
	/** The runs, by their unique key. */
	readonly runs = new Map<string, INodeExecutionData>();
	/** Runs that n8n refused to create because one with the same key exists. */
	refused = 0;
	readonly failures: Error[] = [];
	/** The static data in the database, as JSON. */
	database = '{}';
	runOf: RunOf = () => 'ends';
	key: Partial<typeof KEY> = {};
	private ticks: Array<() => Promise<void>> = [];
	private active?: ITriggerResponse;
	private workflow?: Workflow;

	/** The values of one field of all runs, in the order in which they started. */
	field(name: string): unknown[] {
		return [...this.runs.values()].map(({ json }) => json[name]);
	}

	async activate(parameters: Changes = {}, activation: WorkflowActivateMode = 'activate'): Promise<void> {
		const context = this.context(parameters, 'trigger', activation);
		this.ticks = [];
		this.active = await new AlibabaCloudCallCenterTrigger().trigger.call(context);
		this.save();
		// The trigger polls at once. The next poll of a test should be one of its own.
		await this.poll();
	}

	async deactivate(): Promise<void> {
		await this.active?.closeFunction?.();
		this.ticks = [];
	}

	/** Ends the process without warning, loses what was not in the database, and starts it again. */
	async kill(parameters: Changes = {}): Promise<void> {
		await this.deactivate();
		forget();
		await this.activate(parameters, 'init');
	}

	/** Polls once, and waits until all is done. */
	async poll(): Promise<void> {
		await Promise.all(this.ticks.map(async (tick) => await tick()));
	}

	/** Resolves when so many runs have started. */
	async started(count: number): Promise<void> {
		while (this.runs.size < count) await new Promise((resolve) => setTimeout(resolve, 10));
	}

	/** What a test of the trigger in the editor returns. */
	async test(parameters: Changes = {}): Promise<INodeExecutionData> {
		let emitted: INodeExecutionData = { json: {} };
		const context = this.context(parameters, 'manual', 'manual', (data: INodeExecutionData[][]) => {
			emitted = data[0]?.[0] ?? emitted;
		});
		const { manualTriggerFunction } = await new AlibabaCloudCallCenterTrigger().trigger.call(context);
		await manualTriggerFunction?.();
		return emitted;
	}

	private context(parameters: Changes, mode: WorkflowExecuteMode, activation: WorkflowActivateMode, emit = this.emit.bind(this)): TriggerContext {
		const type = triggerType();
		const credentials = [{ type: new AlibabaCloudAccessKeyApi(), data: { ...KEY, endpoint: vendor.url, ...this.key } }];
		const given = {
			instanceId: locator('ccc-test'),
			events: ['callEnded'],
			simplify: true,
			filters: {},
			options: {},
			pollTimes: { item: [{ mode: 'everyMinute' }] },
			...parameters,
		} as Record<string, NodeParameterValueType>;
		this.workflow = workflowOf({ type, parameters: given, credentials });
		this.workflow.overrideStaticData(JSON.parse(this.database) as IDataObject);
		this.workflow.staticData.__dataChanged = false;
		const node = this.workflow.getNode(NODE);
		if (!node) throw new Error('no trigger');
		const data = additionalDataFor(new TestCredentialsHelper(credentials), 'none');
		const fail = (error: Error) => void this.failures.push(error);
		const scheduling = { registerCron: (_: unknown, tick: (at: Date) => unknown) => void this.ticks.push(async () => void (await tick(new Date()))) };
		return new TriggerContext(this.workflow, node, data, mode, activation, emit, fail, fail, scheduling);
	}

	private save(): void {
		if (this.workflow?.staticData.__dataChanged !== true) return;
		this.database = JSON.stringify(this.workflow.staticData);
		this.workflow.staticData.__dataChanged = false;
	}

	private emit(...[data, , done, key = '']: Parameters<ITriggerFunctions['emit']>): void {
		this.save();
		const item = data[0]?.[0];
		if (!item) throw new Error('no item');
		const fate = this.runOf(item);
		if (fate === 'is not created') return done?.reject(new Error('The database is down'));
		if (this.runs.has(key)) this.refused += 1;
		else this.runs.set(key, item);
		if (fate === 'ends') done?.resolve({} as IRun);
	}
}
