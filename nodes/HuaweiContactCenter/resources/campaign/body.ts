import type { IDataObject } from 'n8n-workflow';
import { epochMs } from '../../../common/action/dateTime';
import type { Given, Settings } from '../../../common/action/action';
import { quoted } from '../../../common/action/fields';
import { InputError } from '../../../common/vendor/errors';
import { parsedJson } from '../../../common/vendor/json';
import { DEVICE_TYPES } from '../../isales/codes';
import { versionOf } from '../../isales/fields';
import { utcText } from '../../isales/times';
import { wrongNumber, type campaignAdditionalFields, type campaignFields } from './fields';
import { scheduleOf } from './windows';

export type CampaignValues = Given<typeof campaignFields, typeof campaignAdditionalFields>;

/** What only the second edition of the interface takes. */
const SECOND_EDITION = { busiPolicy: 'Business Policy', callPolicy: 'Call Policy', initStatus: 'Initial Status', priority: 'Priority', retryPolicy: 'Retry Policy' } as const;

function checkFirstEdition(values: CampaignValues): void {
	const [, label] = Object.entries(SECOND_EDITION).find(([name]) => values[name as keyof typeof SECOND_EDITION] !== undefined) ?? [];
	if (label) throw new InputError(`'${label}' exists only in the second edition of the interface: remove it, or set 'API Version' to V2`);
	if (values.callerNo.length > 1) throw new InputError("'Caller Numbers' holds more than one number: the first edition of the interface takes only one");
}

/** Checks that concern several fields. Throws an InputError. */
export function checkCampaign(values: CampaignValues): void {
	const wrong = wrongNumber(values.callerNo);
	if (wrong !== undefined) throw new InputError(`'Caller Numbers' holds ${quoted(wrong)}: enter 1 to 24 digits, * or #`);
	if (versionOf(values.apiVersion) === 'v1') checkFirstEdition(values);
}

/** The entries of a JSON object that was entered. */
function entriesIn(json: string | undefined): IDataObject {
	return json === undefined ? {} : (parsedJson(json) as IDataObject);
}

/** The vendor wants a list inside a policy as JSON text. */
export function withPolicyText(policy: IDataObject): IDataObject {
	return typeof policy.policyJson === 'object' && policy.policyJson !== null ? { ...policy, policyJson: JSON.stringify(policy.policyJson) } : policy;
}

const POLICIES: Record<string, number> = { stop: 0, nextNumber: 1, sameNumber: 2 };

function busiPolicyOf(rules: CampaignValues['busiPolicy']): string | undefined {
	return (
		rules &&
		JSON.stringify(
			rules.map(({ busiResultPolicy, callInterval, ...rule }) => ({
				...rule,
				busiResultPolicy: POLICIES[busiResultPolicy],
				...(busiResultPolicy === 'stop' ? {} : { callInterval }),
			})),
		)
	);
}

function onlyInSecond(values: CampaignValues): object {
	const { callerNo, busiPolicy, callPolicy, initStatus, priority, retryPolicy } = values;
	return {
		callerNo: callerNo.map((accessCode, index) => ({ accessCode, priority: index + 1 })),
		busiPolicy: busiPolicyOf(busiPolicy),
		callPolicy: callPolicy === undefined ? undefined : entriesIn(callPolicy),
		initStatus,
		priority,
		retryPolicy: retryPolicy === undefined ? undefined : withPolicyText(entriesIn(retryPolicy)),
	};
}

/** The body of a new or changed campaign. */
export function campaignBody(values: CampaignValues, { timeZone }: Settings): object {
	const { name, description, deviceType, strBeginTime, strEndTime, maxAlertingTime, callBackUrl, deviceSign, callCount, callInterval, skillId, skillParam } = values;
	if (epochMs(strEndTime, timeZone) <= epochMs(strBeginTime, timeZone)) throw new InputError("'End Time' is not after 'Begin Time': enter a later one");
	const isIvr = deviceType === 'intelligentIvr' || deviceType === 'automaticIvr';
	const settings = isIvr ? { ivrParam: { deviceSign, callCount, callInterval } } : { skillParam: { ...entriesIn(skillParam), skillId } };
	return {
		name,
		description,
		strBeginTime: utcText(strBeginTime, timeZone),
		strEndTime: utcText(strEndTime, timeZone),
		deviceType: DEVICE_TYPES[deviceType as keyof typeof DEVICE_TYPES],
		maxAlertingTime,
		scheduleParam: { ...scheduleOf('workday', values.workdayTimes), ...scheduleOf('holiday', values.holidayTimes) },
		...settings,
		callBackUrl,
		...(versionOf(values.apiVersion) === 'v1' ? { callerNo: values.callerNo[0] } : onlyInSecond(values)),
	};
}
