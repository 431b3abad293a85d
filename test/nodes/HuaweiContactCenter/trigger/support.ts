import 'reflect-metadata';
import { TriggerContext } from 'n8n-core';
import type { ICredentialDataDecryptedObject, IDataObject, INode, INodeExecutionData, INodeType, ITriggerFunctions, NodeParameterValueType, WorkflowExecuteMode } from 'n8n-workflow';
import { HuaweiCcGatewayApi } from '../../../../credentials/HuaweiCcGatewayApi.credentials';
import { HuaweiContactCenterTrigger } from '../../../../nodes/HuaweiContactCenter/HuaweiContactCenterTrigger.node';
import type { SessionRegistry } from '../../../../nodes/HuaweiContactCenter/session/registry';
import { readSettings } from '../../../../nodes/HuaweiContactCenter/trigger/settings';
import { AgentWatch, type WatchTiming } from '../../../../nodes/HuaweiContactCenter/trigger/watch';
import { TestCredentialsHelper } from '../../../support/credentialsHelper';
import { additionalDataFor, NODE, workflowOf } from '../../../support/runNode';

export const FAST_WATCH: WatchTiming = { backOffMs: 20, longestBackOffMs: 200, closeMs: 2000 };

/** The agent to listen to, and where the sessions are. */
interface Bench {
	credential: ICredentialDataDecryptedObject;
	registry: SessionRegistry;
}

/** Every group, so that a test sees all that is reported. */
const ALL = ['callAlerting', 'callAnswered', 'callEnded', 'callFailed', 'agentState', 'media', 'other'];

export interface Published {
	/** The items of the runs, in the order in which they started. */
	items: IDataObject[];
	/** What the failed executions say. */
	reports: string[];
	context: ITriggerFunctions;
	watch?: AgentWatch;
}

export interface Setup {
	/** Unless it is a new one of ours. */
	type?: INodeType;
	parameters?: Record<string, NodeParameterValueType>;
	mode?: WorkflowExecuteMode;
	credential?: IDataObject;
}

/** n8n's context of a published workflow, or of one that is tested in the editor. */
export function contextOf(bench: Bench, { type = new HuaweiContactCenterTrigger(), parameters = {}, mode = 'trigger', credential = {} }: Setup = {}): Published {
	const data = { ...bench.credential, allowUnauthorizedCerts: false, session: '', sessionTokens: '', ...credential };
	const credentials = [{ type: new HuaweiCcGatewayApi(), data }];
	const workflow = workflowOf({ type, parameters: { events: ALL, ...parameters }, credentials });
	const additionalData = additionalDataFor(new TestCredentialsHelper(credentials), 'none');
	const items: IDataObject[] = [];
	const reports: string[] = [];
	const emit = ([output]: INodeExecutionData[][]) => void items.push(...(output ?? []).map(({ json }) => json));
	const report = (error: Error) => void reports.push(error.message);
	const node = workflow.getNode(NODE) as INode;
	const context = new TriggerContext(workflow, node, additionalData, mode, 'activate', emit as never, report as never, report as never);
	return { items, reports, context };
}

/** Publishes a workflow that begins with the trigger. */
export async function publish(bench: Bench, setup: Setup & { comeBackMs?: number; timing?: Partial<WatchTiming> } = {}): Promise<Published & { watch: AgentWatch }> {
	const published = contextOf(bench, setup);
	const settings = { ...readSettings(published.context), comeBackMs: setup.comeBackMs ?? 300 };
	const watch = await AgentWatch.open(published.context, settings, bench.registry, { ...FAST_WATCH, ...setup.timing });
	return { ...published, watch };
}


export const typesOf = (items: IDataObject[]) => items.map(({ eventType }) => eventType);
