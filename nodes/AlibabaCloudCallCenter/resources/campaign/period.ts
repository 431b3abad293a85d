import { epochMs, type Moment } from '../../../common/action/dateTime';
import type { Settings } from '../../../common/action/action';
import { InputError } from '../../../common/vendor/errors';

interface Period {
	startTime?: Moment;
	endTime?: Moment;
}

/** The values as they are. Throws if the end is not after the start. */
export function inPeriod<T extends Period>(values: T, { timeZone }: Settings): T {
	const { startTime, endTime } = values;
	if (startTime !== undefined && endTime !== undefined && epochMs(startTime, timeZone) >= epochMs(endTime, timeZone)) {
		throw new InputError("'End Time' is not after 'Start Time': enter a later one");
	}
	return values;
}
