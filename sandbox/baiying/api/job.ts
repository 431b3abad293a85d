import type { CallFacts, RobotJob } from '../facts';
import type { Platform } from '../retryPlan';
import type { Customer } from '../robot';

/** A job that was created through one of the APIs. */
export interface Job extends RobotJob {
	/** Of the API that created it; its callbacks are in that one's shape. */
	platform: Platform;
	/** 1 scheduled, 2 manual. */
	jobType: number;
	startDate?: string;
	robotDefId: number;
	userPhoneIds: number[];
	seats: number;
	/** 0 not started, 1 running, 2 done, 4 paused by the user, 6 ended. */
	status: 0 | 1 | 2 | 4 | 6;
	customers: Customer[];
	/** Of `customers`, those who have not been called. */
	waiting: Customer[];
	calls: CallFacts[];
	/** How many of its calls are going on. */
	underway: number;
	remark: string;
	deleted: boolean;
}

export type JobOrder = Pick<Job, 'platform' | 'companyId' | 'jobName' | 'jobType' | 'startDate' | 'robotDefId' | 'userPhoneIds' | 'seats' | 'remark'>;

export function newJob(order: JobOrder, jobId: number): Job {
	return { ...order, jobId, status: 0, customers: [], waiting: [], calls: [], underway: 0, deleted: false };
}

export interface ImportCounts {
	total: number;
	successNum: number;
	repeatNum: number;
	placeFailNum: number;
}

const PHONE = /^\d{7,12}$/;

/**
 * Takes customers into a job. A number that the job has already is a repetition; a row whose number is none, or which lacks a value for a
 * variable of the robot's script, is rejected.
 */
export function takeCustomers(job: Job, rows: Customer[], variables: string[], mayRepeat: boolean): ImportCounts {
	const counts = { total: rows.length, successNum: 0, repeatNum: 0, placeFailNum: 0 };
	const known = new Set(job.customers.map(({ phone }) => phone));
	for (const row of rows) {
		const lacks = variables.some((name) => [undefined, null, ''].includes(row.properties?.[name] as string | undefined));
		if (!PHONE.test(row.phone) || lacks) counts.placeFailNum += 1;
		else if (!mayRepeat && known.has(row.phone)) counts.repeatNum += 1;
		else {
			known.add(row.phone);
			job.customers.push(row);
			job.waiting.push(row);
			counts.successNum += 1;
		}
	}
	return counts;
}
