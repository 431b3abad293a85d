import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { INode, INodeParameters, INodeTypeDescription } from 'n8n-workflow';
import { ABOUT, BEFORE, countCodeNodes, EXAMPLES, namesIn, readExamples } from '../../scripts/examples';
import { loadNodes } from '../../scripts/assembled';
import type { WorkflowFile } from '../../sandbox/n8n/rest';
import { ROOT } from '../package/helpers/pack';
import { layoutFaults } from '../support/layoutFaults';
import { workflowFaults } from '../support/workflowFaults';

const PACK = 'n8n-nodes-call-center.';
const isOurs = (type: string) => type.startsWith(PACK);
const examples = readExamples().map((example) => [example.name, example] as const);

let types: INodeTypeDescription[];
beforeAll(async () => {
	const own = (await loadNodes(ROOT)).map(({ node: { description } }) => ({ ...description, name: `${PACK}${description.name}` }));
	// n8n makes a tool of each node that may be one.
	types = own.flatMap((type) => (type.usableAsTool ? [type, { ...type, name: `${type.name}Tool` }] : [type]));
});

it('every example is described in examples/about', () => {
	expect(namesIn(ABOUT)).toEqual(namesIn(EXAMPLES));
});

it('every workflow without this pack belongs to an example', () => {
	expect(namesIn(BEFORE).filter((name) => !namesIn(EXAMPLES).includes(name))).toEqual([]);
});

it.each(examples)('%s can be imported', (_, { workflow }) => {
	expect(workflowFaults(workflow, types, isOurs)).toEqual([]);
});

it.each(examples)('%s is laid out so that everything can be read', (_, { workflow, before }) => {
	expect([...layoutFaults(workflow), ...(before ? layoutFaults(before) : [])]).toEqual([]);
});

it.each(examples)('%s has no Code node, a sticky note, and one of our nodes', (_, { workflow }) => {
	expect(countCodeNodes(workflow)).toBe(0);
	expect(workflow.nodes.map(({ type }) => type)).toContain('n8n-nodes-base.stickyNote');
	expect(workflow.nodes.filter(({ type }) => isOurs(type))).not.toEqual([]);
});

it.each(examples)('%s without this pack, if it exists, uses only nodes of n8n', (_, { before = { name: '', nodes: [], connections: {} } }) => {
	expect(workflowFaults(before, types, isOurs)).toEqual([]);
	expect(before.nodes.filter(({ type }) => isOurs(type) || type === 'n8n-nodes-base.stickyNote')).toEqual([]);
});

const codeOf = ({ nodes }: WorkflowFile) => nodes.flatMap(({ parameters: { jsCode } }) => (typeof jsCode === 'string' ? [jsCode] : []));

it.each(examples)('the Code nodes of %s without this pack hold JavaScript', (_, { before }) => {
	for (const code of before ? codeOf(before) : []) expect(() => new Script(`async () => {${code}\n}`)).not.toThrow();
});

it.each(examples)('%s says what to do', (_, { about }) => {
	const { job, setUp, teaches } = about;
	for (const text of [job, setUp, teaches]) expect(text).toMatch(/^[A-Z*].*\.$/);
});

/** The tests in a real n8n, and the demo that one of them runs. */
const RUNS = ['sandbox/demo.ts', ...readdirSync(join(ROOT, 'test/e2e')).map((file) => `test/e2e/${file}`)].map((file) => readFileSync(join(ROOT, file), 'utf8'));

it.each(examples)('%s runs in a real n8n', (name) => {
	expect(RUNS.some((text) => text.includes(`'${name}.json'`))).toBe(true);
});

const call: INode = {
	id: '1',
	name: 'Call',
	type: `${PACK}huaweiContactCenter`,
	typeVersion: 1,
	position: [0, 0],
	parameters: { resource: 'call', operation: 'callOut', called: '13720000001', additionalFields: {}, options: { onceKey: '1' } },
};

const workflow = (node: INode, next = node.name): WorkflowFile => ({
	name: 'Sample',
	nodes: [node],
	connections: { [node.name]: { main: [[{ node: next, type: 'main', index: 0 }]] } },
});

it('finds no fault where there is none', () => {
	expect(workflowFaults(workflow(call), types, isOurs)).toEqual([]);
});

const withParameters = (parameters: INodeParameters) => workflow({ ...call, parameters: { ...call.parameters, ...parameters } });

it.each<[string, WorkflowFile, string]>([
	['a type that we do not have', workflow({ ...call, type: `${PACK}huawei` }), `Call: no node type ${PACK}huawei of version 1`],
	['a version that we do not have', workflow({ ...call, typeVersion: 9 }), `Call: no node type ${PACK}huaweiContactCenter of version 9`],
	['a parameter', withParameters({ calledNumber: '13720000001' }), 'Call: no parameter calledNumber'],
	['a parameter in a collection', withParameters({ options: { onlyOnce: true } }), 'Call: no parameter options.onlyOnce'],
	['a parameter of another operation', withParameters({ transferTo: 'x' }), 'Call: no parameter transferTo'],
	['a required parameter that is missing', withParameters({ called: '' }), expect.stringMatching(/^Call: .*required/)],
	['a connection', workflow(call, 'Nobody'), 'a connection with "Nobody", which is no node'],
	['an expression', withParameters({ called: "={{ $('Nobody').first().json.phone }}" }), 'an expression reads "Nobody", which is no node'],
	['two nodes of one name', { ...workflow(call), nodes: [call, call] }, 'two nodes are called "Call"'],
])('finds what is wrong with %s', (_, broken, fault) => {
	expect(workflowFaults(broken, types, isOurs)).toEqual([fault]);
});

it('sees nodes that are too close, and notes that cut one', () => {
	const next: INode = { ...call, name: 'Next', position: [160, 100] };
	const note: INode = { ...call, name: 'Note', type: 'n8n-nodes-base.stickyNote', position: [-60, -200], parameters: { width: 200, height: 220 } };
	expect(layoutFaults({ name: 'Sample', nodes: [call, next, note], connections: {} })).toEqual(['Call and Next are too close', 'a note covers a part of Call']);
	expect(layoutFaults({ name: 'Sample', nodes: [call, { ...next, position: [220, 0] }, { ...note, position: [-60, -220] }], connections: {} })).toEqual([]);
});
