import { createRequire } from 'node:module';
import { join } from 'node:path';
import { NodeConnectionTypes, type IDataObject, type IExecuteFunctions, type INodeType } from 'n8n-workflow';
import type * as Response from '../nodes/AlibabaCloudCallCenter/response';
import { runNode, type NodeRun } from '../test/support/runNode';
import { customers, runCalls } from './calls';
import { answer } from './child';
import { callAnswer } from './vendor';

export interface MemoryInput {
	packageDir: string;
	url: string;
	items: number;
	/** `node`: our node; `items`: a node that makes the same items out of nothing. */
	what: 'node' | 'items';
}

/** Bytes. */
export interface MemoryRun {
	/** What is alive after the run, its input and output included, beyond what was before. */
	kept: number;
	/** The most that was alive at once during the run, by samples after a garbage collection. */
	peakAlive: number;
	/** The most memory that the process took, garbage included. */
	peakRss: number;
	seconds: number;
	items: number;
}

const COLLECT_EVERY_MS = 4000;

/** Makes the items that our node would make from the vendor's answers. */
function standIn(packageDir: string): INodeType {
	const file = join(packageDir, 'dist', 'nodes', 'AlibabaCloudCallCenter', 'response.js');
	const { normalize, simplifiedCall } = createRequire(__filename)(file) as typeof Response;
	const made = (item: number): IDataObject => {
		const { Data, RequestId } = JSON.parse(callAnswer(item)) as { Data: unknown; RequestId: string };
		return { ...simplifiedCall(normalize(Data) as IDataObject), requestId: RequestId };
	};
	return {
		description: {
			displayName: 'Stand-In',
			name: 'standIn',
			group: ['transform'],
			version: 1,
			description: 'Makes items without asking anybody',
			defaults: { name: 'Stand-In' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			return [this.getInputData().map((_, item) => ({ json: made(item), pairedItem: { item } }))];
		},
	};
}

async function run({ packageDir, url, items, what }: MemoryInput): Promise<NodeRun> {
	if (what === 'node') return await runCalls(packageDir, url, customers(items), { concurrency: 100 });
	return await runNode({ type: standIn(packageDir), parameters: {}, items: customers(items) });
}

function collected(): NodeJS.MemoryUsage {
	for (let i = 0; i < 4; i++) global.gc?.();
	return process.memoryUsage();
}

void answer(async (input: MemoryInput): Promise<MemoryRun> => {
	await run({ ...input, items: 100 });
	const before = collected();
	let [peakAlive, peakRss] = [0, 0];
	const look = () => (peakRss = Math.max(peakRss, process.memoryUsage.rss() - before.rss));
	const often = setInterval(look, 50);
	const seldom = setInterval(() => {
		peakAlive = Math.max(peakAlive, collected().heapUsed - before.heapUsed);
	}, COLLECT_EVERY_MS);
	const start = Date.now();
	const result = await run(input);
	const seconds = (Date.now() - start) / 1000;
	clearInterval(often);
	clearInterval(seldom);
	if (result.error) throw new Error(result.error.message);
	look();
	const kept = collected().heapUsed - before.heapUsed;
	// The result must be alive until here.
	return { kept, peakAlive: Math.max(peakAlive, kept), peakRss, seconds, items: result.json.length };
});
