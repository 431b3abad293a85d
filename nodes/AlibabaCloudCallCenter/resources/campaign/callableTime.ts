import type { IDataObject } from 'n8n-workflow';
import { readField, text, type Field } from '../../../common/action/fields';
import { InputError } from '../../../common/vendor/errors';

/** A part of the day in which a campaign may call, from 09:00:00 to 12:00:00 for example. */
export interface CallWindow {
	beginTime: string;
	endTime: string;
}

const LABEL = 'Callable Time';
const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

function timeOfDay(displayName: string, description: string, example: string): Field<string> {
	return text({
		displayName,
		description,
		example,
		check: (value) => (TIME_OF_DAY.test(value) ? undefined : 'give a time of day such as 09:00 or 09:00:30; the last one is 23:59:59'),
	});
}

const beginTime = timeOfDay('Begin Time', 'From when customers may be called, as HH:mm or HH:mm:ss', '09:00');
const endTime = timeOfDay('End Time', 'Until when customers may be called, as HH:mm or HH:mm:ss', '12:00');

function inSeconds(time: string): string {
	return time.length === 5 ? `${time}:00` : time;
}

function inWords(window: CallWindow): string {
	return `${window.beginTime} to ${window.endTime}`;
}

function readWindow(raw: IDataObject): CallWindow {
	const [begin = '', end = ''] = [readField(beginTime, raw.beginTime), readField(endTime, raw.endTime)].map((time) => time && inSeconds(time));
	const window = { beginTime: begin, endTime: end };
	if (begin < end) return window;
	throw new InputError(`'${LABEL}' has the window ${inWords(window)}: let it end after it begins. One that passes midnight needs two windows`);
}

/** Windows that touch, such as 09:00 to 12:00 and 12:00 to 18:00, don't overlap. */
function refuseOverlap(windows: CallWindow[]): void {
	const sorted = [...windows].sort((a, b) => a.beginTime.localeCompare(b.beginTime));
	for (const [index, window] of sorted.entries()) {
		const next = sorted[index + 1];
		if (next && next.beginTime < window.endTime) {
			throw new InputError(`'${LABEL}' has windows that overlap, ${inWords(window)} and ${inWords(next)}: combine them, or change one`);
		}
	}
}

export const callableTime: Field<CallWindow[]> = {
	property: {
		displayName: LABEL,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Window',
		default: {},
		description: 'The times of day at which customers may be called. Two windows leave a break between them.',
		options: [
			{
				displayName: 'Window',
				name: 'windows',
				values: [
					{ ...beginTime.property, name: 'beginTime' },
					{ ...endTime.property, name: 'endTime' },
				],
			},
		],
	},
	toFill: 'add a window, for example from 09:00 to 12:00',
	read(raw) {
		const { windows = [] } = (raw ?? {}) as { windows?: IDataObject[] };
		const read = windows.map(readWindow);
		refuseOverlap(read);
		return read.length > 0 ? read : undefined;
	},
};
