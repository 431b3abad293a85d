/** Grade A to F of a customer's interest. */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

/** The older wording of a grade, and that of the CRM. */
export const GRADE_WORDINGS: Readonly<Record<Grade, { value: string; crm: string }>> = {
	A: { value: 'A级(较强)', crm: 'A级(有明确意向)' },
	B: { value: 'B级(一般)', crm: 'B级(可能有意向)' },
	C: { value: 'C级(很少)', crm: 'C级(明确拒绝)' },
	D: { value: 'D级(需筛选)', crm: 'D级(用户忙)' },
	E: { value: 'E级(需要再次跟进)', crm: 'E级(拨打失败)' },
	F: { value: 'F级(无需跟进)', crm: 'F级(无效客户)' },
};

export interface RobotJob {
	companyId: number;
	jobId: number;
	jobName: string;
}

/** One call, whatever the shape of the callback that reports it. Times are ms since the epoch. */
export interface CallFacts extends RobotJob {
	callId: number;
	customerId: number;
	phone: string;
	name: string;
	/** Baiying's number for how the call ended; 0 is answered. */
	finishStatus: number;
	startedAt: number;
	endedAt: number;
	/** Without a grade the robot came to no conclusion. */
	grade?: Grade;
	labels: string[];
	/** The customer's own fields from the import. */
	properties: Record<string, unknown>;
	transcript: Array<{ speaker: 'AI' | 'ME'; content: string; startMs: number; endMs: number }>;
	hangUp: 0 | 1;
	/** The recording's URL without `.wav`. */
	recordingBase: string;
	/** Whether this was the last call of the job. */
	jobFinished: boolean;
}

/** One job at the moment its status changed. */
export interface JobFacts extends RobotJob {
	/** Baiying's number; 2 is completed. */
	status: number;
	changedAt: number;
}

/** The facts that a callback reports. */
export interface Facts {
	call: CallFacts;
	job: JobFacts;
}

export const isAnswered = ({ finishStatus }: CallFacts) => finishStatus === 0;

export const talkSeconds = (call: CallFacts) =>
	isAnswered(call) ? Math.round((call.endedAt - call.startedAt) / 1000) : 0;

export const rounds = ({ transcript }: CallFacts) => transcript.filter(({ speaker }) => speaker === 'ME').length;
