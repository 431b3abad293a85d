import type { Steps } from '../../../common/action/steps';
import type { BaiyingClient } from '../../api/client';
import { JOBS } from '../../api/operationNames';
import { amount, text } from '../../callback/values';
import { rowsOf } from '../rows';
import { simplifiedJob } from './job';

const PAGE_SIZE = 100;
/** The list is searched by a part of the name, and the newest jobs come first. */
const MOST_PAGES = 10;

interface Namesake {
	jobId: string;
	status: number | null;
}

/** The jobs of exactly this name. */
export async function jobsNamed(client: BaiyingClient, steps: Steps, { companyId, jobName }: { companyId?: string; jobName: string }): Promise<Namesake[]> {
	const found: Namesake[] = [];
	for (let pageNum = 1; pageNum <= MOST_PAGES; pageNum++) {
		const rows = rowsOf((await steps.read(async () => await client.send(JOBS, { companyId, jobName, pageNum, pageSize: PAGE_SIZE }))).data).map(simplifiedJob);
		const named = rows.filter((row) => row.jobName === jobName);
		found.push(...named.flatMap((row) => (text(row.jobId) === null ? [] : [{ jobId: String(row.jobId), status: amount(row.status) }])));
		if (rows.length < PAGE_SIZE) break;
	}
	return found;
}
