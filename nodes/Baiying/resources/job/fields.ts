import { dateTime } from '../../../common/action/dateTime';
import { choice, text, wholeNumber, yesNo, someOf, type Field } from '../../../common/action/fields';
import { fieldRows } from '../../../common/action/fieldRows';
import { inOrder } from '../../../common/action/order';
import { olderApiOnly } from '../../fields';

const LONGEST_NAME = 50;

export const jobName = text({
	displayName: 'Job Name',
	description: 'What the job is called, at most 50 characters. Baiying allows the same name twice.',
	example: 'Renewals in October',
	check: (value) => (value.length > LONGEST_NAME ? `shorten it to at most ${LONGEST_NAME} characters` : undefined),
});

export const JOB_TYPES = { manual: 2, scheduled: 1 };

export const jobType = choice<keyof typeof JOB_TYPES>({
	displayName: 'Job Type',
	description: 'When the robot begins to call',
	default: 'manual',
	choices: [
		{ name: 'Manual', value: 'manual', description: 'When somebody starts the job, or a workflow does' },
		{ name: 'Scheduled', value: 'scheduled', description: 'On the start date' },
	],
});

export const startDate = dateTime({ displayName: 'Start Date', description: 'The day on which a scheduled job begins to call, in China' });

export const concurrencyQuota = wholeNumber({
	displayName: 'Seats',
	description: 'How many AI seats the job gets: how many customers it speaks with at the same time',
	default: 1,
	min: 1,
	max: 10_000,
});

/** The results after which Baiying can call again. Source: the vendor's page on POST /task/createTask. */
const REDIALED = [
	{ name: 'Busy', value: 6 },
	{ name: 'Call Loss', value: 10 },
	{ name: 'Caller Number Unavailable', value: 3 },
	{ name: 'Caller in Arrears', value: 9 },
	{ name: 'Powered Off', value: 5 },
	{ name: 'Suspended', value: 7 },
	{ name: 'Unreachable', value: 2 },
];

export const redialRules = fieldRows({
	displayName: 'Redial Rules',
	description: 'After which results Baiying calls a customer again',
	row: 'Rule',
	name: 'rule',
	fields: {
		phoneStatus: choice({ displayName: 'After', description: 'How the call ended', default: 6, choices: REDIALED.sort((a, b) => inOrder(a.name, b.name)) }),
		times: wholeNumber({ displayName: 'Times', description: 'How often to call again', default: 1, min: 1, max: 5 }),
		interval: wholeNumber({ displayName: 'Minutes Between', description: 'How long to wait before each call', default: 30, min: 0, max: 120, unit: 'minutes' }),
	},
});

const HOURS = /^([01]\d|2[0-3]):[0-5]\d ?- ?([01]\d|2[0-3]):[0-5]\d$/;

function hours(displayName: string, description: string, example: string): Field<string> {
	const check = (value: string) => (HOURS.test(value) ? undefined : `enter two times of day such as ${example}`);
	return olderApiOnly(text({ displayName, description, example, check }));
}

export const workingHours = hours('Working Hours', 'When the robot may call, in China', '09:00-20:00');
export const breakHours = hours('Break Hours', 'When the robot pauses within the working hours, in China', '12:00-14:00');

/** `09:00-20:00` as the two parameters that the vendor has for it. */
export function hoursAs(value: string | undefined, start: string, end: string): Record<string, string | undefined> {
	const [from, to] = value?.split('-').map((time) => time.trim()) ?? [];
	return { [start]: from, [end]: to };
}

export const callType = olderApiOnly(
	wholeNumber({
		displayName: 'Line Type',
		description: "The type of the lines; by default the first line's own",
		default: 1,
		min: 0,
		max: 99,
	}),
);

export const smsTemplateId = olderApiOnly(
	text({ displayName: 'SMS Template ID', description: 'The text to send when a call ends; it must have no variables', example: '31' }),
);

export const smsSendLevel = olderApiOnly(
	someOf({
		displayName: 'SMS for Grades',
		description: 'The customers who get the text, by their intention grade',
		choices: ['A级(有明确意向)', 'B级(可能有意向)', 'C级(明确拒绝)', 'D级(用户忙)', 'E级(拨打失败)', 'F级(无效客户)'].map((value) => ({ name: value.slice(0, 1), value })),
	}),
);

export const remark = olderApiOnly(text({ displayName: 'Remark', description: 'A note on the job', example: 'Second round' }));

export const openElasticity = olderApiOnly(
	yesNo({ displayName: 'Elastic Seats', description: 'Whether the job may use more seats than its own while they are free', default: false }),
);

export const defaultIntentionRule = olderApiOnly(
	yesNo({ displayName: 'Default Assignment Rule', description: "Whether customers are assigned to people by the company's default rule", default: false }),
);

export const phoneNum = olderApiOnly(
	wholeNumber({ displayName: 'Calls per Seat', description: 'How many numbers are dialed at once for each seat', default: 1, min: 1, max: 100 }),
);

