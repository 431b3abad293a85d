import { choice, jsonObject, optional, text, textList, wholeNumber } from '../../../common/action/fields';
import { dateTime } from '../../../common/action/dateTime';
import { fieldRows } from '../../../common/action/fieldRows';
import { apiVersion, dialable, longest } from '../../isales/fields';
import { callWindows } from './windows';

const FORBIDDEN = /["[\]=;<>]/;

export const name = text({
	displayName: 'Name',
	description: 'What the campaign is called; no other campaign has this name',
	example: 'Renewals November',
	check: longest(100),
});

export const deviceType = choice({
	displayName: 'Device Type',
	description: 'Who talks to the customers. It cannot be changed later.',
	default: 'intelligentIvr',
	choices: [
		{ name: 'Automatic IVR', value: 'automaticIvr', description: 'A flow of keys and announcements' },
		{ name: 'Intelligent IVR', value: 'intelligentIvr', description: 'A robot that talks' },
		{ name: 'Predictive', value: 'predictive', description: 'Agents of a skill queue; numbers are called before an agent is free' },
		{ name: 'Preoccupied', value: 'preOccupied', description: 'Agents of a skill queue; an agent is reserved before the number is called' },
		{ name: 'Preview', value: 'preview', description: 'Agents of a skill queue see the customer first and place the call themselves' },
	],
});

export const strBeginTime = dateTime({
	displayName: 'Begin Time',
	description: 'When the campaign starts to call by itself; not before today',
});

export const strEndTime = dateTime({ displayName: 'End Time', description: 'When the campaign stops' });

export const callerNo = textList({
	displayName: 'Caller Numbers',
	description: 'The numbers that customers see, the preferred one first, separated by commas. The first edition of the interface takes only one.',
	example: '02160000000',
});

export const maxAlertingTime = wholeNumber({
	displayName: 'Max Alerting Time (Seconds)',
	description: 'How many seconds a phone rings at most: 9 to 120 for previews, else 5 to 60 unless the contact center allows more',
	default: 30,
	min: 5,
	max: 120,
	unit: 'seconds',
});

export const workdayTimes = callWindows('Workday Times', 'When customers are called on workdays: up to three windows, separated by commas, in the time of the contact center', '09:00-12:00, 13:30-18:00');

export const deviceSign = text({
	displayName: 'IVR Access Code',
	description: 'The access code of the IVR flow or of the robot that answers',
	example: '179080000537643',
});

export const skillId = text({
	displayName: 'Skill Queue ID',
	description: 'The skill queue whose agents talk to the customers',
	example: '25',
});

export const ivrTypes = { deviceType: ['intelligentIvr', 'automaticIvr'] };
export const queueTypes = { deviceType: ['predictive', 'preview', 'preOccupied'] };

const description = text({
	displayName: 'Description',
	description: 'What the campaign is for',
	example: 'Contracts that end in December',
	check: (value) => longest(200)(value) ?? (FORBIDDEN.test(value) ? 'remove the characters " [ ] = ; < >' : undefined),
});

const callCount = wholeNumber({ displayName: 'IVR Call Count', description: 'How often a customer is called at most by an IVR campaign', default: 1, min: 1, max: 100 });

const callInterval = wholeNumber({
	displayName: 'IVR Call Interval (Seconds)',
	description: 'How many seconds pass between two calls of an IVR campaign to the same customer',
	default: 600,
	min: 1,
	max: 86_400,
	unit: 'seconds',
});

const callBackUrl = text({
	displayName: 'Callback URL',
	description: 'The address of a webhook that gets the result of each call',
	example: 'https://n8n.example.com/webhook/campaign-results',
	check: (value) => (/^https?:\/\/\S+$/i.test(value) ? undefined : 'enter a URL that begins with https://'),
});

const initStatus = wholeNumber({ displayName: 'Initial Status', description: "The vendor's number for the state that the campaign begins in. Its pages show 0.", default: 0, min: 0, max: 9 });

const priority = wholeNumber({ displayName: 'Priority', description: 'Campaigns with a smaller number come first', default: 3, min: 1, max: 5 });

const skillParam = jsonObject({
	displayName: 'Skill Parameters',
	description: 'Further settings of the skill queue as a JSON object, such as the prediction',
	example: '{ "outBoundType": 2, "predictParam": { "predictMethod": 1 } }',
});

const retryPolicy = jsonObject({
	displayName: 'Retry Policy',
	description: 'When customers who were not reached are called again, as a JSON object',
	example: `{ "policyType": 1, "policyJson": [{ "dataType": "SI", "type": 1, "policy": [{ "result": 4, "retryNumber": 3, "callInterval": 600 }] }] }`,
});

const callPolicy = jsonObject({
	displayName: 'Call Policy',
	description: "In which order a customer's numbers are called, as a JSON object",
	example: '{ "callType": 1, "chooseType": 0, "turns": [{ "turnType": "SI" }] }',
});

const busiPolicy = fieldRows({
	displayName: 'Business Policy',
	description: 'What the campaign does after Write Back has reported what a conversation meant',
	row: 'Rule',
	name: 'rule',
	fields: {
		busiResultCode: text({ displayName: 'Business Result', description: 'The code of the business result', example: 'callback' }),
		busiResultPolicy: choice({
			displayName: 'Then',
			description: 'What the campaign does next with the customer',
			default: 'stop',
			choices: [
				{ name: 'Call Next Number', value: 'nextNumber' },
				{ name: 'Call Same Number', value: 'sameNumber' },
				{ name: 'Stop', value: 'stop' },
			],
		}),
		callInterval: optional(wholeNumber({ displayName: 'After (Seconds)', description: 'How many seconds later the next call is placed', default: 600, min: 1, max: 3600, unit: 'seconds' })),
		busiResultSubCode: optional(text({ displayName: 'Sub-Status', description: 'Only for this sub-status of the business result', example: 'evening' })),
	},
});

/** The fields that a campaign must have. */
export const campaignFields = { name, deviceType, strBeginTime, strEndTime, callerNo, maxAlertingTime, workdayTimes, deviceSign, skillId };

/** Those that may stay empty. */
export const campaignAdditionalFields = {
	apiVersion,
	busiPolicy,
	callBackUrl,
	callCount,
	callInterval,
	callPolicy,
	description,
	holidayTimes: callWindows('Holiday Times', 'When customers are called on holidays: up to three windows, separated by commas; never if it is empty', '10:00-12:00'),
	initStatus,
	priority,
	retryPolicy,
	skillParam,
};

export const campaignShown = { deviceSign: ivrTypes, skillId: queueTypes };

/** Remedy for the first number that the vendor would not take. */
export function wrongNumber(numbers: string[]): string | undefined {
	return numbers.find((number) => dialable(number) !== undefined);
}
