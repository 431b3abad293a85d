import type { Moment } from '../../../common/action/dateTime';
import { InputError } from '../../../common/vendor/errors';
import type { BaiyingClient } from '../../api/client';
import { LINES } from '../../api/operationNames';
import { readFirst } from '../../api/readFirst';
import { amount, text } from '../../callback/values';
import { chinaDate } from '../../fields/dates';
import { rowsOf } from '../rows';
import { hoursAs, JOB_TYPES } from './fields';

/** What a job is created with, as its fields hold it. */
export interface JobSettings {
	companyId?: string;
	jobName: string;
	robotDefId?: string;
	userPhoneIds: string[];
	jobType: keyof typeof JOB_TYPES;
	startDate?: Moment;
	redialRules?: Array<{ phoneStatus: number; times: number; interval: number }>;
	workingHours?: string;
	breakHours?: string;
	callType?: number;
	smsTemplateId?: string;
	smsSendLevel?: string[];
}

export function checkJob({ jobType, startDate, smsSendLevel, smsTemplateId }: Partial<JobSettings>): void {
	if (jobType === 'scheduled' && startDate === undefined) throw new InputError("'Start Date' is empty: a scheduled job needs the day on which it begins");
	if (smsSendLevel && smsTemplateId === undefined) throw new InputError("'SMS Template ID' is empty: choose the text that 'SMS for Grades' sends");
}

/** Read before the job is created: if it fails, nothing has been created. */
async function typeOfLine(client: BaiyingClient, companyId: string | undefined, userPhoneId: string | undefined): Promise<number> {
	const { data } = await readFirst(client.send(LINES, { companyId }));
	const type = amount(rowsOf(data).find((row) => text(row.userPhoneId) === userPhoneId)?.phoneType);
	if (type !== null) return type;
	throw new InputError(`'Line Names or IDs' holds ${userPhoneId}, which is not a line of the company: choose lines from the list`);
}

/** IDs are numbers on the wire, unless they are too long for that. */
function ids(given: string[]): Array<number | string> {
	return given.map((id) => (String(Number(id)) === id ? Number(id) : id));
}

/** The parameters of a job. The older API also wants the type of the lines, which is looked up unless it is entered. */
export async function jobParameters<T extends JobSettings>(client: BaiyingClient, values: T): Promise<object> {
	const { redialRules, workingHours, breakHours, startDate, jobType, userPhoneIds, smsTemplateId, ...rest } = values;
	const common = {
		...rest,
		userPhoneIds: ids(userPhoneIds),
		jobType: JOB_TYPES[jobType],
		startDate: startDate === undefined || jobType === 'manual' ? undefined : chinaDate(startDate),
		repeatCall: redialRules ? true : undefined,
		repeatCallRule: redialRules,
	};
	if (client.api === 'openPlatform') return common;
	return {
		...common,
		callType: values.callType ?? (await typeOfLine(client, values.companyId, userPhoneIds[0])),
		...hoursAs(workingHours, 'workingStartTime', 'workingEndTime'),
		...hoursAs(breakHours, 'breakStartTime', 'breakEndTime'),
		smsTemplateId,
		smsType: smsTemplateId === undefined ? undefined : 1,
	};
}
