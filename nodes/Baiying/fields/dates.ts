import type { Moment } from '../../common/action/dateTime';
import { chinaTime } from '../callback/values';

/** `yyyy-MM-dd` in China, as Baiying takes dates. A date without a time zone is meant as it is written. */
export function chinaDate(moment: Moment): string {
	const written = typeof moment === 'number' ? (chinaTime(moment) ?? '') : moment.local;
	return written.slice(0, 10);
}
