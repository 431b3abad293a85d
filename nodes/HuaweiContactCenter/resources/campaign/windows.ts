import { quoted, textList, type Field } from '../../../common/action/fields';
import { InputError } from '../../../common/vendor/errors';

const WINDOW = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/;
const MOST_WINDOWS = 3;

/** Windows of a day, such as `09:00-12:00`. */
export function callWindows(displayName: string, description: string, example: string): Field<string[]> {
	const list = textList({ displayName, description, example, spaces: true });
	return {
		...list,
		read(raw) {
			const windows = list.read(raw)?.map((window) => window.replace(/\s/g, ''));
			const wrong = windows?.find((window) => !WINDOW.test(window) || window.slice(0, 5) >= window.slice(6));
			if (wrong !== undefined) throw new InputError(`'${displayName}' holds ${quoted(wrong)}: enter windows such as ${example}`);
			if (windows && windows.length > MOST_WINDOWS) throw new InputError(`'${displayName}' holds ${windows.length} windows: use at most ${MOST_WINDOWS}`);
			return windows;
		},
	};
}

/** The windows as the vendor writes them: three pairs of times, empty where there is none. */
export function scheduleOf(day: 'workday' | 'holiday', windows: string[] = []): Record<string, string> {
	const entries = Array.from({ length: MOST_WINDOWS }, (_, index) => {
		const [begin = '', end = ''] = (windows[index] ?? '').split('-');
		return [
			[`${day}BeginTime${index + 1}`, begin],
			[`${day}EndTime${index + 1}`, end],
		];
	});
	return Object.fromEntries(entries.flat()) as Record<string, string>;
}
