import type { Json } from '../../common/vendor/tidyJson';
import { chinaTime, text } from '../../common/vendor/values';

/** `2022/02/17,13:10:06:836`, as in the callbacks of calls. */
const SLASHED = /^(\d{4})\/(\d{2})\/(\d{2}),(\d{2}:\d{2}:\d{2}):(\d{1,3})$/;

/** ISO 8601 with `+08:00` from any form in which Huawei's callbacks write a time; other text is returned unchanged. */
export function callTime(value: Json | undefined): string | null {
	return chinaTime(text(value)?.replace(SLASHED, '$1-$2-$3 $4.$5'));
}
