import { parse } from 'flatted';
import type { IRunExecutionData } from 'n8n-workflow';
import { queryPostgres } from '../../../test/support/queue/servers';
import type { Stack } from '../../../test/support/queue/stack';
import type { StoredExecution } from '../stage';

const EXECUTIONS = `
	SELECT e.id, e.status, e."startedAt", d.data FROM execution_entity e JOIN execution_data d ON d."executionId" = e.id
	WHERE e."workflowId" = $1 ORDER BY e.id`;

/** All executions of a workflow as n8n's PostgreSQL holds them, oldest first. */
export async function executionsIn({ servers, name }: Stack, workflowId: string): Promise<StoredExecution[]> {
	const database = new URL(`/${name}`, servers.postgres);
	const rows = await queryPostgres<{ id: number; status: string; startedAt: Date | null; data: string }>(database, EXECUTIONS, [workflowId]);
	return rows.map(({ id, status, startedAt, data }) => ({ id, status, startedAt: startedAt?.getTime() ?? Number.NaN, data: parse(data) as IRunExecutionData }));
}
