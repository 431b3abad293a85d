import { defineAction } from '../../../common/action/action';
import type { BaiyingClient } from '../../api/client';
import { objectOf, type Json } from '../../callback/json';
import { text } from '../../callback/values';
import { companyId, robotDefId, userPhoneIds } from '../../fields';
import * as fields from './fields';
import { checkJob, jobParameters, type JobSettings } from './settings';

const { jobName, jobType, startDate } = fields;

/** The fields of a new job. */
export const jobFields = { companyId, jobName, robotDefId, userPhoneIds, jobType, startDate };

/** Those that may stay empty. */
export const jobAdditionalFields = {
	breakHours: fields.breakHours,
	callType: fields.callType,
	concurrencyQuota: fields.concurrencyQuota,
	defaultIntentionRule: fields.defaultIntentionRule,
	openElasticity: fields.openElasticity,
	phoneNum: fields.phoneNum,
	redialRules: fields.redialRules,
	remark: fields.remark,
	smsSendLevel: fields.smsSendLevel,
	smsTemplateId: fields.smsTemplateId,
	workingHours: fields.workingHours,
};

/** An object with the ID in the open platform, the ID alone in the older API. */
function jobIdIn(data: Json): string | null {
	return text(data) ?? text(objectOf(data).callJobId);
}

/** Creates a job and returns its ID. */
export async function createJob(client: BaiyingClient, values: JobSettings): Promise<string | null> {
	const parameters = await jobParameters(client, values);
	return jobIdIn((await client.send({ openPlatform: 'byai.openapi.calljob.create', hmac: '/task/createTask' }, parameters)).data);
}

/** Sources: open.byai.com/v2/operations/calljob-create.html; POST /task/createTask, api.byrobot.cn/doc/v2/. */
export const create = defineAction<BaiyingClient>()({
	operation: 'create',
	name: 'Create',
	action: 'Create job',
	description: 'Set up a job, which calls nobody until customers are imported and it is started. Baiying does not notice if the same job is created twice.',
	effect: 'change',
	findBy: { campaign: 'jobId' },
	simplify: false,
	fields: jobFields,
	additionalFields: jobAdditionalFields,
	showOnlyFor: { startDate: { jobType: ['scheduled'] } },
	check: checkJob,
	perform: async (client, values) => [{ jobId: await createJob(client, values), jobName: values.jobName }],
});
