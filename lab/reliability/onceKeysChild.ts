import { DataDeduplicationService } from 'n8n-core';
import type { IDataDeduplicator, IDataObject, INodeParameters } from 'n8n-workflow';
import { AlibabaCloudAccessKeyApi } from '../../credentials/AlibabaCloudAccessKeyApi.credentials';
import { PROJECT } from '../../sandbox/n8n/paths';
import { loadNode } from '../../scripts/assembled';
import { KEY, START } from '../../test/nodes/AlibabaCloudCallCenter/support';
import { requireFromN8n } from '../../test/support/queue/servers';
import { retried, runNode, type NodeRun } from '../../test/support/runNode';
import { outcomesOf } from './onceKeysFindings';
import type { EndedExecution, Execution, Order, Report } from './onceKeysProtocol';

interface DbConnection {
	init(): Promise<void>;
	migrate(): Promise<void>;
}

type Service<T> = abstract new () => T;

interface ErrorReporter {
	init(options: { serverType: string; dsn: string }): Promise<void>;
}

/** What n8n starts with: its handling of errors, its connection to the database, its migrations and its memory of processed data. */
async function connect(): Promise<void> {
	requireFromN8n('reflect-metadata');
	const { Container } = requireFromN8n('@n8n/di') as { Container: { get<T>(service: Service<T>): T } };
	const { ErrorReporter } = requireFromN8n('n8n-core') as { ErrorReporter: Service<ErrorReporter> };
	const { DbConnection } = requireFromN8n('@n8n/db') as { DbConnection: Service<DbConnection> };
	const { getDataDeduplicationService } = requireFromN8n('./dist/deduplication') as { getDataDeduplicationService(): IDataDeduplicator };
	await Container.get(ErrorReporter).init({ serverType: 'worker', dsn: '' });
	const connection = Container.get(DbConnection);
	await connection.init();
	await connection.migrate();
	await DataDeduplicationService.init(getDataDeduplicationService());
}

/** What the executions list could retry. */
const failed = new Map<number, NodeRun>();

/** n8n runs the whole node again when its first item failed. */
const RETRY = { retryOnFail: true, maxTries: 2, waitBetweenTries: 100 };

async function run(number: number, { nodeId, vendorUrl, phones, concurrency, withKey, callingRules, first, stops, retryOf }: Execution): Promise<EndedExecution> {
	const before = retryOf === undefined ? undefined : failed.get(retryOf);
	const { node } = await loadNode(PROJECT, 'dist/nodes/AlibabaCloudCallCenter/AlibabaCloudCallCenter.node.js');
	const items = phones.map((phone, index): IDataObject => ({ phone, ...(index === 0 ? first : {}) }));
	const rules = (callingRules ? { callingRules } : {}) as INodeParameters;
	const startedAt = performance.now();
	const ended = await runNode({
		type: node,
		credentials: [{ type: new AlibabaCloudAccessKeyApi(), data: { ...KEY, endpoint: vendorUrl } }],
		parameters: { ...START, ...rules, options: { concurrency, ...(withKey ? { onceKey: '=campaign-{{ $json.phone }}' } : {}) } },
		items,
		settings: { id: nodeId, onError: stops ? 'stopWorkflow' : 'continueRegularOutput', ...RETRY },
		resume: before && retried(before),
	});
	const ms = performance.now() - startedAt;
	if (!ended.error) return { number, outcomes: outcomesOf(items.length, ended.outputs[0] ?? []), ms };
	failed.set(number, ended);
	return { number, outcomes: items.map(() => 'stopped'), ms };
}

function report(message: Report): void {
	process.send?.(message);
}

async function answer({ number, execution }: Order): Promise<void> {
	try {
		report({ number, ended: await run(number, execution) });
	} catch (error) {
		report({ number, failed: String(error) });
	}
}

process.on('message', (order: Order) => void answer(order));
process.on('disconnect', () => process.exit());
void connect().then(
	() => report({ ready: true }),
	(error: unknown) => {
		process.stderr.write(`${String(error)}\n`);
		process.exit(1);
	},
);
