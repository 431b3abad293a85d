import { NodeConnectionTypes, type IDataObject, type IExecuteFunctions, type INodeType } from 'n8n-workflow';
import type * as Response from '../../nodes/AlibabaCloudCallCenter/api/response';
import type * as Record from '../../nodes/AlibabaCloudCallCenter/resources/callRecord/record';
import { runNode, type NodeRun } from '../../test/support/runNode';
import { callParameters, customers, recordParameters, runPacked } from './calls';
import { answer } from './child';
import { compiled } from './compiled';
import { callAnswer, recordsAnswer, RECORDS_PER_PAGE } from './vendor';

export type Subject = 'calls' | 'records';

export interface MemoryInput {
	packageDir: string;
	url: string;
	items: number;
	/** Items that are called, one by one; or call records that are read for one item. */
	subject: Subject;
	/** Through our node, or through one that makes the same items without asking the vendor. */
	throughNode: boolean;
}

/** Bytes. */
export interface MemoryRun {
	/** What is alive after the run, including its input and output, beyond what was alive before. */
	kept: number;
	/** The most that was alive at once during the run, by samples after a garbage collection. */
	peakAlive: number;
	/** The most memory that the process took, including garbage. */
	peakRss: number;
	seconds: number;
	items: number;
}

const COLLECT_EVERY_MS = 4000;

type Make = (items: number) => IDataObject[];

/** These make the items that our node would make from the vendor's answers. */
function makers(packageDir: string): { [S in Subject]: Make } {
	const { normalize, rowsOf, simplifiedCall } = compiled<typeof Response>(packageDir, 'nodes/AlibabaCloudCallCenter/api/response');
	const { simplifiedRecord } = compiled<typeof Record>(packageDir, 'nodes/AlibabaCloudCallCenter/resources/callRecord/record');
	const call = (item: number): IDataObject => {
		const { Data, RequestId } = JSON.parse(callAnswer(item)) as { Data: unknown; RequestId: string };
		return { ...simplifiedCall(normalize(Data) as IDataObject), requestId: RequestId };
	};
	const page = (number: number, pages: number): IDataObject[] => {
		const { Data } = JSON.parse(recordsAnswer(number, pages)) as { Data: unknown };
		return rowsOf(Data).map(simplifiedRecord);
	};
	return {
		calls: (items) => Array.from({ length: items }, (_, item) => call(item)),
		records: (items) => {
			const pages = items / RECORDS_PER_PAGE;
			return Array.from({ length: pages }, (_, number) => page(number, pages)).flat();
		},
	};
}

function standIn(make: () => IDataObject[], paired: (item: number) => number): INodeType {
	return {
		description: {
			displayName: 'Stand-In',
			name: 'standIn',
			group: ['transform'],
			version: 1,
			description: 'Makes items without asking the vendor',
			defaults: { name: 'Stand-In' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			return [make().map((json, item) => ({ json, pairedItem: { item: paired(item) } }))];
		},
	};
}

async function run({ packageDir, url, items, subject, throughNode }: MemoryInput, isWarmUp = false): Promise<NodeRun> {
	const isCalls = subject === 'calls';
	const input = customers(isCalls ? items : 1);
	if (!throughNode) {
		const make = () => makers(packageDir)[subject](items);
		return await runNode({ type: standIn(make, (item) => (isCalls ? item : 0)), parameters: {}, items: input });
	}
	const paging = isWarmUp ? { returnAll: false, limit: items } : { returnAll: true };
	return await runPacked(packageDir, url, input, isCalls ? callParameters({ concurrency: 100 }) : recordParameters(paging));
}

function collected(): NodeJS.MemoryUsage {
	for (let i = 0; i < 4; i++) global.gc?.();
	return process.memoryUsage();
}

void answer(async (input: MemoryInput): Promise<MemoryRun> => {
	await run({ ...input, items: RECORDS_PER_PAGE }, true);
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
