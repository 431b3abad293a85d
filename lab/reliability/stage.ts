import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'flatted';
import type { IRunExecutionData } from 'n8n-workflow';
import { certificate } from '../../sandbox/certificate';
import { ensureN8n } from '../../sandbox/n8n/install';
import { installPack } from '../../sandbox/n8n/pack';
import type { Log } from '../../sandbox/n8n/paths';
import { startN8n, type N8nServer } from '../../sandbox/n8n/server';

/** An execution as n8n's database holds it, those of a killed n8n included. */
export interface StoredExecution {
	id: number;
	/** `success`, `error`, `crashed`, … */
	status: string;
	/** Milliseconds since the epoch. */
	startedAt: number;
	data: IRunExecutionData;
}

/** A new n8n with the packed nodes. A campaign may kill it. It trusts the certificate of the sandbox. */
export interface Stage {
	server: N8nServer;
	/** All executions of a workflow, oldest first. */
	executions(workflowId: string): Promise<StoredExecution[]>;
	/** How many executions of a workflow, of those created after a moment (milliseconds since 1970), have not ended yet. */
	unfinished(workflowId: string, after: number): Promise<number>;
	/** How many executions a workflow has. */
	created(workflowId: string): Promise<number>;
	close(): Promise<void>;
}

const run = promisify(execFile);

/** n8n's Node includes SQLite; ours may be too old for it. */
const READ = `
	const { DatabaseSync } = require('node:sqlite');
	const [file, sql, ...values] = process.argv.slice(1);
	process.stdout.write(JSON.stringify(new DatabaseSync(file, { readOnly: true }).prepare(sql).all(...values)));
`;

export async function openStage(log: Log): Promise<Stage> {
	const installation = await ensureN8n(log);
	const userFolder = await mkdtemp(join(tmpdir(), 'call-center-reliability-'));
	await installPack(userFolder, log);
	const trusted = join(userFolder, 'sandbox.pem');
	await writeFile(trusted, (await certificate()).cert);
	log('Starting n8n');
	const server = await startN8n({ installation, userFolder, settings: { NODE_EXTRA_CA_CERTS: trusted } });
	const database = join(userFolder, '.n8n', 'database.sqlite');
	const rows = async <T>(sql: string, ...values: string[]) => {
		const { stdout } = await run(installation.node, ['-e', READ, database, sql, ...values], { maxBuffer: Infinity });
		return JSON.parse(stdout) as T[];
	};
	return {
		server,
		executions: async (workflowId) => {
			const stored = await rows<{ id: number; status: string; createdAt: string; data: string }>(
				'SELECT e.id, e.status, e.createdAt, d.data FROM execution_entity e JOIN execution_data d ON d.executionId = e.id WHERE e.workflowId = ? ORDER BY e.id',
				workflowId,
			);
			return stored.map(({ id, status, createdAt, data }) => ({
				id,
				status,
				startedAt: Date.parse(`${createdAt.replace(' ', 'T')}Z`),
				data: parse(data) as IRunExecutionData,
			}));
		},
		unfinished: async (workflowId, after) => {
			const open = "SELECT count(*) AS count FROM execution_entity WHERE workflowId = ? AND createdAt > ? AND status IN ('new', 'running', 'waiting')";
			const [row] = await rows<{ count: number }>(open, workflowId, new Date(after).toISOString().replace('T', ' ').replace('Z', ''));
			return row?.count ?? 0;
		},
		created: async (workflowId) => {
			const [row] = await rows<{ count: number }>('SELECT count(*) AS count FROM execution_entity WHERE workflowId = ?', workflowId);
			return row?.count ?? 0;
		},
		close: async () => {
			await server.stop();
			await rm(userFolder, { recursive: true, force: true });
		},
	};
}
