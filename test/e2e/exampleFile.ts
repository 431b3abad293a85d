import { randomUUID } from 'node:crypto';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { example } from '../../sandbox/n8n/examples';
import { itemsOf, type Execution, type SavedWorkflow } from '../../sandbox/n8n/rest';
import type { Bench } from './bench';

const PATIENCE_MS = 60_000;
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Hours in which a call may always go out, and hours in which it may not now, whatever the time of the test. */
export const OPEN = { window: [{ days: WEEK, from: '00:00', to: '24:00' }] };
export function closed(): IDataObject {
	const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 13);
	return { timeZone: 'UTC', hours: { window: [{ days: WEEK, from: `${inHours(2)}:00`, to: `${inHours(4)}:00` }] } };
}

/** What is changed about the nodes of an example, by their names. */
export type Changes = Record<string, (parameters: INodeParameters) => INodeParameters>;

/** The same with other calling rules. */
export function withRules(changed: IDataObject): (parameters: INodeParameters) => INodeParameters {
	return ({ callingRules, ...rest }) => ({ ...rest, callingRules: { ...(callingRules as INodeParameters), ...(changed as INodeParameters) } });
}

/** An example as it stands in the repository, saved in n8n under addresses of its own. */
export async function saveExample(bench: Bench, file: string, credentialTypes: string[], changes: Changes = {}): Promise<SavedWorkflow> {
	const credentials = await Promise.all(credentialTypes.map(async (type) => await bench.credential(type)));
	const workflow = example(file, credentials);
	const nodes = workflow.nodes.map((node) => ({
		...node,
		parameters: changes[node.name]?.(node.parameters) ?? node.parameters,
		...(node.webhookId === undefined ? {} : { webhookId: randomUUID() }),
	}));
	return await bench.n8n.createWorkflow({ ...workflow, nodes });
}

export function json(execution: Execution | undefined, node: string): IDataObject[] {
	return execution ? itemsOf(execution, node).map((item) => item.json) : [];
}

/** Waits until something is found. */
export async function until<Found>(find: () => Found | undefined | Promise<Found | undefined>): Promise<Found> {
	const deadline = Date.now() + PATIENCE_MS;
	for (;;) {
		const found = await find();
		if (found !== undefined) return found;
		if (Date.now() > deadline) throw new Error(`Waited ${PATIENCE_MS / 1000} s in vain: ${find.toString()}`);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}
