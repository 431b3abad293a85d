const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

/** `2019-01-12 16:09:32`: how Baiying writes times, in China and without saying so. */
export function chinaTime(epochMs: number): string {
	return new Date(epochMs + CHINA_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/** `2019-01-12` */
export function chinaDate(epochMs: number): string {
	return chinaTime(epochMs).slice(0, 10);
}

/** `Thu Oct 16 07:13:48 GMT 2014`: the `dateTime` of outbound calls. */
export function javaDate(epochMs: number): string {
	const [weekday = '', day, month, year, time] = new Date(epochMs).toUTCString().split(' ');
	return `${weekday.slice(0, 3)} ${month} ${day} ${time} GMT ${year}`;
}

/** `Thu, 24 Jan 2019 07:28:09 GMT`: the `dateTime` of inbound calls. */
export function httpDate(epochMs: number): string {
	return new Date(epochMs).toUTCString();
}
