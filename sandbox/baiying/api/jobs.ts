import type { World } from '../../world';
import { buildCallback, type CallbackKind } from '../callbacks';
import type { Deliveries } from '../deliveries';
import type { CallFacts, Grade } from '../facts';
import { robotCall } from '../robot';
import { sampleFacts } from '../samples';
import { newJob, type Job, type JobOrder } from './job';

/** Where Baiying sends its callbacks: the console has one address for calls and one for jobs. */
export interface CallbackUrls {
	calls?: string;
	jobs?: string;
}

export interface JobDesk {
	world: World;
	deliveries: Deliveries;
	recordingsUrl(): string;
	nextJobId(): number;
	nextCallId(): number;
}

/** The jobs that were created through the APIs: their robots call, their calls are kept, and callbacks report them. */
export class Jobs {
	private all: Job[] = [];
	private stopping = new AbortController();

	callbackUrls: CallbackUrls = {};

	/** What the robot concludes about a customer, by the number. Default C. */
	readonly grades = new Map<string, Grade>();

	constructor(private readonly desk: JobDesk) {}

	/** Oldest first, deleted ones included. */
	list(): Job[] {
		return [...this.all];
	}

	find(jobId: unknown): Job | undefined {
		return this.all.find((job) => String(job.jobId) === String(jobId) && !job.deleted);
	}

	call(callId: unknown): CallFacts | undefined {
		return this.all.flatMap(({ calls }) => calls).find((call) => String(call.callId) === String(callId));
	}

	create(order: JobOrder): Job {
		const job = newJob(order, this.desk.nextJobId());
		this.all.push(job);
		return job;
	}

	/** Whether the job may start; it then calls at once. */
	start(job: Job): boolean {
		if (job.status !== 0 && job.status !== 4) return false;
		job.status = 1;
		for (let seat = job.underway; seat < job.seats; seat++) void this.seat(job, this.stopping.signal);
		return true;
	}

	/** Whether the job was running. */
	pause(job: Job): boolean {
		if (job.status !== 1) return false;
		this.change(job, 4);
		return true;
	}

	stop(job: Job): void {
		if (job.status !== 2) this.change(job, 6);
	}

	/** Ends all calls and forgets everything. */
	reset(): void {
		this.stopping.abort();
		this.stopping = new AbortController();
		this.all = [];
		this.callbackUrls = {};
		this.grades.clear();
	}

	/** One seat calls one customer after another, as long as the job runs. */
	private async seat(job: Job, signal: AbortSignal): Promise<void> {
		for (let customer = next(job); customer; customer = next(job)) {
			job.underway += 1;
			const known = { ...customer, grade: this.grades.get(customer.phone) ?? customer.grade };
			const made = robotCall(this.desk.world, job, this.desk.nextCallId(), known, this.desk.recordingsUrl(), signal);
			const call = await made.catch(() => undefined);
			job.underway -= 1;
			if (!call) return;
			this.keep(job, call);
		}
		if (job.status === 1 && job.waiting.length === 0 && job.underway === 0) this.change(job, 2);
	}

	private keep(job: Job, call: CallFacts): void {
		const kept = { ...call, jobFinished: job.waiting.length === 0 && job.underway === 0 };
		job.calls.push(kept);
		this.report(job, kept, this.callbackUrls.calls, { open: 'openCallRecord', legacy: 'callRecord' });
	}

	private change(job: Job, status: Job['status']): void {
		job.status = status;
		this.report(job, this.lastCall(job), this.callbackUrls.jobs, { open: 'openJobStatus', legacy: 'jobStatus' });
	}

	/** The status of a job says nothing about a call, but a callback is built from both. */
	private lastCall(job: Job): CallFacts {
		return job.calls.at(-1) ?? sampleFacts(this.desk.world, job, 0, this.desk.recordingsUrl()).call;
	}

	private report(job: Job, call: CallFacts, url: string | undefined, kinds: Record<Job['platform'], CallbackKind>): void {
		if (url === undefined) return;
		const { companyId, jobId, jobName, status } = job;
		const facts = { call, job: { companyId, jobId, jobName, status, changedAt: this.desk.world.clock.now() } };
		void this.desk.deliveries.begin(url, buildCallback(kinds[job.platform], facts)).done;
	}
}

function next(job: Job): Job['waiting'][number] | undefined {
	return job.status === 1 ? job.waiting.shift() : undefined;
}
