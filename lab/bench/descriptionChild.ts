import { Workflow, type IDataObject, type INodeParameters, type INodeType, type INodeTypes } from 'n8n-workflow';
import { operations } from '../../test/support/walk';
import { callParameters, classOf } from './calls';
import { answer } from './child';
import { median } from '../report/stats';

export interface DescriptionInput {
	packageDir: string;
	/** Built files, from the package's root. */
	nodes: string[];
	rounds: number;
}

export interface DescriptionRun {
	largestKb: number;
	/** `new Workflow()` with one node that has typical parameters, additional fields included. */
	typicalMs: number;
	/** The slowest operation of the largest node, with nothing but its defaults. */
	worst: { operation: string; ms: number };
}

function largest(packageDir: string, nodes: string[]): INodeType {
	const loaded = nodes.map((built) => {
		const source = built.replace(/^dist\//, '').replace(/\.js$/, '');
		return new (classOf<INodeType>(packageDir, source, source.split('/').at(-1)?.split('.')[0] ?? ''))();
	});
	return loaded.reduce((a, b) => (kb(b) > kb(a) ? b : a));
}

function kb({ description }: INodeType): number {
	return Buffer.byteLength(JSON.stringify(description)) / 1000;
}

/** Milliseconds that n8n takes to build a workflow of one node, as it does for each execution; the median of the rounds. */
function workflowMs(type: INodeType, parameters: IDataObject, rounds: number): number {
	const nodeTypes: INodeTypes = { getByName: () => type, getByNameAndVersion: () => type, getKnownTypes: () => ({}) };
	const times: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const nodes = [{ id: '1', name: 'Node', type: 'measured', typeVersion: 1, position: [0, 0] as [number, number], parameters: parameters as INodeParameters }];
		const start = performance.now();
		new Workflow({ nodes, connections: {}, active: false, nodeTypes });
		times.push(performance.now() - start);
	}
	return median(times);
}

void answer(async ({ packageDir, nodes, rounds }: DescriptionInput): Promise<DescriptionRun> => {
	const type = largest(packageDir, nodes);
	const typical = { ...callParameters({}), additionalFields: { tags: 'vip', timeoutSeconds: 30 } };
	workflowMs(type, typical, rounds);
	const each = operations(type.description.properties).map(({ resource, value }) => {
		const operation = String(value);
		return { operation, ms: workflowMs(type, { resource, operation }, Math.ceil(rounds / 5)) };
	});
	const worst = each.reduce((a, b) => (b.ms > a.ms ? b : a));
	return await Promise.resolve({ largestKb: kb(type), typicalMs: workflowMs(type, typical, rounds), worst });
});
