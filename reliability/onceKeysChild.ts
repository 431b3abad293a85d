import { DataDeduplicationService } from 'n8n-core';
import type { IDataDeduplicator, IDataObject } from 'n8n-workflow';
import { AlibabaCloudAccessKeyApi } from '../credentials/AlibabaCloudAccessKeyApi.credentials';
import { PROJECT } from '../sandbox/n8n/paths';
import { loadNode } from '../scripts/assembled';
import { KEY, START } from '../test/nodes/AlibabaCloudCallCenter/support';
import { requireFromN8n } from '../test/queue/stack/servers';
import { runNode } from '../test/support/runNode';
import { outcomesOf } from './onceKeysFindings';
import type { EndedExecution, Execution, Order, Report } from './onceKeysProtocol';

interface DbConnection {
	init(): Promise<void>;
	migrate(): Promise<void>;
}

type Service<T> = abstract new () => T;

/** n8n's own connection to its database, its migrations and its memory of processed data. */
async function connect(): Promise<void> {
	requireFromN8n('reflect-metadata');
	const { Container } = requireFromN8n('@n8n/di') as { Container: { get<T>(service: Service<T>): T } };
	const { DbConnection } = requireFromN8n('@n8n/db') as { DbConnection: Service<DbConnection> };
	const { getDataDeduplicationService } = requireFromN8n('./dist/deduplication') as { getDataDeduplicationService(): IDataDeduplicator };
	const connection = Container.get(DbConnection);
	await connection.init();
	await connection.migrate();
	await DataDeduplicationService.init(getDataDeduplicationService());
}

async function run({ nodeId, vendorUrl, phones, concurrency, withKey }: Execution): Promise<EndedExecution> {
	const { node } = await loadNode(PROJECT, 'dist/nodes/AlibabaCloudCallCenter/AlibabaCloudCallCenter.node.js');
	const items = phones.map((phone): IDataObject => ({ phone }));
	const startedAt = performance.now();
	const { outputs } = await runNode({
		type: node,
		credentials: [{ type: new AlibabaCloudAccessKeyApi(), data: { ...KEY, endpoint: vendorUrl } }],
		parameters: { ...START, options: { concurrency, ...(withKey ? { onceKey: '=campaign-{{ $json.phone }}' } : {}) } },
		items,
		// n8n runs the whole node again when its first item failed.
		settings: { id: nodeId, onError: 'continueRegularOutput', retryOnFail: true, maxTries: 2, waitBetweenTries: 100 },
	});
	return { outcomes: outcomesOf(items.length, outputs[0] ?? []), ms: performance.now() - startedAt };
}

function report(message: Report): void {
	process.send?.(message);
}

process.on('message', ({ number, execution }: Order) => void run(execution).then((ended) => report({ number, ended })));
process.on('disconnect', () => process.exit());
void connect().then(() => report({ ready: true }));
