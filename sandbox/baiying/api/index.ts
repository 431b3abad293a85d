import type { SigningKeys } from '../callbacks';
import { sampleFacts } from '../samples';
import { Blacklist } from './blacklist';
import type { JobOrder } from './job';
import { Jobs, type JobDesk } from './jobs';
import type { ApiDesk } from './server';
import { TokenOffice } from './tokens';

export type { ApiRequest } from './server';
export { behavesAtBaiying } from './behaviours';
export type { Job } from './job';

/** The seeds: a job that waits for its start, with one customer, and one that is done, with one call. */
export interface Seeds {
	waitingJobId: string;
	doneJobId: string;
	callId: string;
}

const SEED_CALL_ID = 70_258_002_000;

const common: Omit<JobOrder, 'companyId' | 'jobName'> = { platform: 'legacy', jobType: 2, robotDefId: 180, userPhoneIds: [7], seats: 2, remark: '' };

export class BaiyingApis {
	readonly jobs: Jobs;
	readonly blacklist = new Blacklist();
	readonly tokens: TokenOffice;
	readonly desk: ApiDesk;
	seeds: Seeds = { waitingJobId: '', doneJobId: '', callId: '' };

	constructor(
		private readonly jobDesk: JobDesk,
		keys: SigningKeys,
		private readonly companyId: number,
	) {
		this.jobs = new Jobs(jobDesk);
		this.tokens = new TokenOffice(keys, String(companyId), jobDesk.world.clock);
		this.desk = { world: jobDesk.world, jobs: this.jobs, blacklist: this.blacklist, tokens: this.tokens, keys, companyId: String(companyId), log: [] };
	}

	/** Forgets everything but the seeds, which are made anew. */
	reset(): void {
		this.jobs.reset();
		this.blacklist.reset();
		this.tokens.reset();
		this.desk.log.length = 0;
		this.seed();
	}

	seed(): void {
		const customer = { phone: '13720000000', name: '2989', properties: { 订单号: 'A-17' } };
		const done = this.jobs.create({ ...common, companyId: this.companyId, jobName: '回访九月' });
		const waiting = this.jobs.create({ ...common, companyId: this.companyId, jobName: '回访十月' });
		waiting.customers.push(customer);
		waiting.waiting.push(customer);
		const { call } = sampleFacts(this.jobDesk.world, done, SEED_CALL_ID, this.jobDesk.recordingsUrl());
		done.customers.push(customer);
		done.calls.push({ ...call, jobId: done.jobId, jobName: done.jobName, jobFinished: true });
		done.status = 2;
		this.seeds = { waitingJobId: String(waiting.jobId), doneJobId: String(done.jobId), callId: String(call.callId) };
	}
}
