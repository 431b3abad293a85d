import { defineAction } from '../../../common/action/action';
import { wholeNumber, yesNo } from '../../../common/action/fields';
import type { BaiyingClient } from '../../api/client';
import { callJobId, companyId, userPhoneIds } from '../../fields';
import * as fields from './fields';
import { checkJob, jobParameters } from './settings';

const { jobName, jobType, startDate, concurrencyQuota } = fields;

const breakStartClose = yesNo({ displayName: 'Drop Break', description: 'Whether to remove the break hours', default: true });

const concurrencyPhone = wholeNumber({
	displayName: 'Calls at Once',
	description: 'How many numbers are dialed at the same time, at most twice the seats',
	default: 1,
	min: 1,
	max: 100,
});

/** Source: POST /task/update, api.byrobot.cn/doc/v2/. It takes the lines as one text. */
export const update = defineAction<BaiyingClient>()({
	operation: 'update',
	name: 'Update',
	action: 'Update job',
	description: 'Replace the settings of a job that is not running. Only the older API can do it.',
	effect: 'change',
	simplify: false,
	fields: { companyId, callJobId, jobName, userPhoneIds, jobType, startDate, concurrencyQuota },
	additionalFields: {
		breakHours: fields.breakHours,
		breakStartClose,
		callType: fields.callType,
		concurrencyPhone,
		openElasticity: fields.openElasticity,
		redialRules: fields.redialRules,
		smsSendLevel: fields.smsSendLevel,
		smsTemplateId: fields.smsTemplateId,
		workingHours: fields.workingHours,
	},
	showOnlyFor: { startDate: { jobType: ['scheduled'] } },
	check: checkJob,
	async perform(client, values) {
		const parameters = client.api === 'hmac' ? await jobParameters(client, values) : {};
		await client.send({ hmac: '/task/update' }, { ...parameters, userPhoneIds: values.userPhoneIds.join(',') });
		return [{ success: true, jobId: values.callJobId }];
	},
});
