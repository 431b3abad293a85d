import { randomBytes } from 'node:crypto';
import { createDatabase, dropDatabase, queryPostgres } from '../../test/support/queue/servers';

/** The workflow that the processes run, as the foreign key of n8n's table of processed data wants it. */
const WORKFLOW = `
	INSERT INTO workflow_entity (id, name, active, nodes, connections, "versionId")
	VALUES ($1, 'Once keys', false, '[]', '{}', '') ON CONFLICT DO NOTHING`;

/** As many rows as wanted, each like one that the node wrote, under hashes of their own. */
const COPIES = `
	INSERT INTO processed_data ("workflowId", context, value)
	SELECT "workflowId", $2 || left(md5(copy::text) || md5('-' || copy), length(context) - length($2)), value
	FROM (SELECT * FROM processed_data WHERE "workflowId" = $1 AND starts_with(context, $2) LIMIT 1) AS pattern, generate_series(1, $3::int) AS copy`;

const KEYS = `SELECT count(*)::int AS count FROM processed_data WHERE "workflowId" = $1 AND starts_with(context, $2)`;

/** A database of this campaign's own, in which n8n's migrations make the tables. */
export class OnceKeysStore {
	private readonly name = `call_center_keys_${randomBytes(4).toString('hex')}`;

	constructor(
		private readonly server: URL,
		private readonly workflow: string,
	) {}

	/** The address of the database. */
	get url(): URL {
		return new URL(`/${this.name}`, this.server);
	}

	async create(): Promise<void> {
		await createDatabase(this.server, this.name);
	}

	async saveWorkflow(): Promise<void> {
		await queryPostgres(this.url, WORKFLOW, [this.workflow]);
	}

	/** @param owner of the keys: a node's id, or what its rows are named after */
	async count(owner: string): Promise<number> {
		const [row] = await queryPostgres<{ count: number }>(this.url, KEYS, [this.workflow, prefix(owner)]);
		return row?.count ?? 0;
	}

	/**
	 * Adds as many rows as wanted to those of one call.
	 *
	 * @param pattern how many rows the call must have left
	 */
	async remember(owner: string, rows: number, pattern = 1): Promise<void> {
		const found = await this.count(owner);
		if (found !== pattern) throw new Error(`The node wrote ${found} rows for its call and not ${pattern}, so that no more can be made after their pattern`);
		await queryPostgres(this.url, COPIES, [this.workflow, prefix(owner), rows]);
		await queryPostgres(this.url, 'ANALYZE processed_data');
	}

	async drop(): Promise<void> {
		await dropDatabase(this.server, this.name);
	}
}

const prefix = (owner: string) => `n:${owner}/`;
