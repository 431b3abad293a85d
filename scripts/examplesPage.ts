import type { INode } from 'n8n-workflow';
import { resources as alibaba } from '../nodes/AlibabaCloudCallCenter/resources';
import { resources as baiying } from '../nodes/Baiying/resources';
import type { Resource } from '../nodes/common/action/resource';
import { resources as huawei } from '../nodes/HuaweiContactCenter/resources';
import { countCodeNodes, countNodes, readExamples, type Example } from './examples';
import { GENERATED, table } from './page';

const PACK = 'n8n-nodes-call-center.';

const RESOURCES: Record<string, Resource[]> = { alibabaCloudCallCenter: alibaba, baiying, huaweiContactCenter: huawei };

/** From `baiyingTrigger` to `Baiying Trigger`, as the editor calls it. */
function titleOf(name: string): string {
	return name.charAt(0).toUpperCase() + name.slice(1).replace(/[A-Z]/g, ' $&');
}

/** What the editor calls a node of this pack: the name of the trigger, or the operation of the action node, also as a tool. */
function wording({ type, parameters: { resource, operation } }: INode): string {
	const name = type.slice(PACK.length).replace(/Tool$/, '');
	const resources = RESOURCES[name];
	if (!resources) return titleOf(name);
	const action = resources.find(({ value }) => value === resource)?.actions.find((one) => one.operation === operation);
	if (!action) throw new Error(`No operation ${String(resource)}.${String(operation)} in ${type}`);
	return action.action;
}

function shown({ workflow }: Example): string {
	const ours = workflow.nodes.filter(({ type }) => type.startsWith(PACK)).map(wording);
	return [...new Set(ours)].map((words) => `*${words}*`).join(', ');
}

function link({ name, workflow }: Example): string {
	return `[${workflow.name}](../examples/${name}.json)`;
}

type Counts = [number, number, number, number];

function counts({ before, workflow }: Example): Counts {
	return [before ? countNodes(before) : 0, before ? countCodeNodes(before) : 0, countNodes(workflow), countCodeNodes(workflow)];
}

function comparison(examples: Example[]): string {
	const rows = examples.map((example) => {
		const [nodes, ...others] = counts(example).map(String);
		return [link(example), example.about.job, `[${nodes}](../examples/without-this-pack/${example.name}.json)`, ...others];
	});
	const sums = examples.map(counts).reduce<Counts>((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]], [0, 0, 0, 0]);
	const total = ['**Total**', `${examples.length} ${examples.length === 1 ? 'job' : 'jobs'}`, ...sums.map((sum) => `**${sum}**`)];
	return table(['example', 'the job', 'nodes before', 'Code nodes before', 'nodes after', 'Code nodes after'], [...rows, total]);
}

function section(example: Example): string {
	const { setUp, teaches } = example.about;
	return `### ${example.workflow.name}\n\nNodes of this pack: ${shown(example)}.\n\n${setUp} ${teaches}`;
}

/** docs/examples.md: the example workflows, and how many nodes each job takes without this pack. */
export function examplesPage(): string {
	const examples = readExamples();
	const compared = examples.filter(({ before }) => before);
	const others = examples.filter(({ before }) => !before);
	return [
		GENERATED,
		'# Examples',
		'Each example is one job as a workflow that you can import: **Import from File** in the menu of the editor. Choose your credentials in its nodes, and read its sticky notes.',
		...(compared.length > 0
			? [
					'## One job, with and without this pack',
					"*Before* is the same job with n8n's own nodes only, for which the [workflows](../examples/without-this-pack) are here as well. Sticky notes are not counted.",
					comparison(compared),
				]
			: []),
		'## More examples',
		table(['example', 'the job', 'nodes'], others.map((example) => [link(example), example.about.job, String(countNodes(example.workflow))])),
		'## What to set up, and what they teach',
		...examples.map(section),
		'',
	].join('\n\n');
}
