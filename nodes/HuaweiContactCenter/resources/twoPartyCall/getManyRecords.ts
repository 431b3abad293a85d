import { dateTime, epochMs } from '../../../common/action/dateTime';
import { choice } from '../../../common/action/fields';
import { InputError } from '../../../common/vendor/errors';
import { resultOf, stateOf } from '../../aicc/callResult';
import { ownNumber } from '../../aicc/fields';
import { pageAction } from '../../aicc/pages';
import { readCallRecords } from '../../aicc/reads';
import { numberOf, timeOf } from '../../aicc/values';

const LONGEST_SPAN_MS = 7 * 24 * 60 * 60 * 1000;

const startDate = dateTime({ displayName: 'Start Date', description: 'The calls that began at this time or later' });
const endDate = dateTime({ displayName: 'End Date', description: 'The calls that began before this time, at most 7 days after the start date' });

const taskType = choice({
	displayName: 'Kind of Call',
	description: 'Which calls to return; by default all but those of ITA',
	default: '0',
	choices: [
		{ name: 'All but ITA Calls', value: '0' },
		{ name: 'Anonymous Outbound Calls', value: '2' },
		{ name: 'ITA Two-Party Calls', value: '4' },
		{ name: 'Two-Party Calls', value: '1' },
		{ name: 'Voice Notifications', value: '3' },
	],
});

function refuseWrongSpan({ startTime, endTime }: { startTime: number; endTime: number }): void {
	if (endTime <= startTime) throw new InputError("'End Date' is not after 'Start Date': enter a later one");
	if (endTime - startTime > LONGEST_SPAN_MS) throw new InputError("'End Date' is more than 7 days after 'Start Date': search one week at a time");
}

/** Source: queryCallDetailRecord (cec_07_1305). */
export const getManyRecords = pageAction({
	operation: 'getManyRecords',
	name: 'Get Many Records',
	action: 'Get many records of two party calls',
	description: 'List the calls of up to a week, with their times and their results; also those of voice notifications',
	fields: { startDate, endDate },
	filters: { caller: ownNumber('Caller', 'Only calls with this calling number', '13918140000'), taskType },
	async read(client, values, place, { timeZone }) {
		const { startDate: start, endDate: end, caller, taskType: kind } = values;
		const span = { startTime: epochMs(start, timeZone), endTime: epochMs(end, timeZone) };
		refuseWrongSpan(span);
		return await readCallRecords(client, place, span, { caller, taskType: kind });
	},
	short: (record) => ({
		callSerialNo: record.callSerialNo,
		caller: record.caller,
		called: record.called,
		state: stateOf(record),
		...resultOf(record),
		startedAt: timeOf(record.startTime),
		answeredAt: timeOf(record.talkingTime),
		endedAt: timeOf(record.endTime),
		talkSeconds: numberOf(record.talkDuration),
	}),
	whole: (record) => ({ ...record, ...resultOf(record) }),
});
