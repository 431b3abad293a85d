import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { INodeTypeDescription } from 'n8n-workflow';
import { MODULES } from '../../sandbox/n8n/paths';
import { BEFORE, namesIn, readExamples } from '../../scripts/examples';
import { loadNodes } from '../../scripts/assembled';
import { ROOT } from '../package/helpers/pack';
import { workflowFaults } from '../support/workflowFaults';

/** The node types of a package that n8n brings along, named as in a workflow. */
function typesOf(packageName: string): INodeTypeDescription[] {
	const types = JSON.parse(readFileSync(join(MODULES, packageName, 'dist/types/nodes.json'), 'utf8')) as INodeTypeDescription[];
	return types.map((type) => ({ ...type, name: `${packageName}.${type.name}` }));
}

interface Generated {
	nodes: INodeTypeDescription[];
}
type Generate = (types: Generated, known: { nodes: object; credentials: object }) => void;

/** How n8n itself makes tools and human reviews of nodes. It appends them. */
const generate = createRequire(__filename)(join(MODULES, 'n8n/dist/tool-generation')) as Record<'createAiTools' | 'createHitlTools', Generate>;

function withTools(nodes: INodeTypeDescription[]): INodeTypeDescription[] {
	const types = { nodes };
	for (const make of [generate.createAiTools, generate.createHitlTools]) make(types, { nodes: {}, credentials: {} });
	return types.nodes;
}

const workflows = readExamples().flatMap(({ name, workflow, before }) => [
	[name, workflow] as const,
	...(before ? [[`${name} without this pack`, before] as const] : []),
]);

let types: INodeTypeDescription[];
beforeAll(async () => {
	const ours = (await loadNodes(ROOT)).map(({ node: { description } }) => ({ ...description, name: `n8n-nodes-call-center.${description.name}` }));
	types = withTools([...typesOf('n8n-nodes-base'), ...typesOf('@n8n/n8n-nodes-langchain'), ...ours]);
});

it('reads all workflows', () => {
	expect(workflows.length).toBeGreaterThanOrEqual(6 + namesIn(BEFORE).length);
});

it.each(workflows)('n8n knows the nodes of %s and their parameters', (_, workflow) => {
	expect(workflowFaults(workflow, types)).toEqual([]);
});
