import { VendorError } from '../../../common/vendor/errors';
import type { BaiyingClient } from '../../api/client';
import { JOB } from '../../api/operationNames';
import { objectOf } from '../../callback/json';
import { amount, text } from '../../callback/values';
import { simplifiedJob } from './job';

/** What Baiying says about a job at the moment. */
export interface JobNumbers {
	/** Null if Baiying doesn't say. */
	customers: number | null;
	status: number | null;
	statusName: string;
}

/** Reads the state of a job. Throws a VendorError if it doesn't exist. */
export async function jobNumbers(client: BaiyingClient, companyId: string | undefined, callJobId: string): Promise<JobNumbers> {
	const row = objectOf((await client.send(JOB, { companyId, callJobId })).data);
	const { jobId, total, status, statusName } = simplifiedJob(row);
	if (text(jobId) !== null) return { customers: amount(total), status: amount(status), statusName: text(statusName) ?? 'unknown' };
	const message = `Baiying does not know the job ${callJobId}. Choose the job from the list`;
	throw new VendorError({ failure: 'refused', code: 'NoSuchJob', message });
}
