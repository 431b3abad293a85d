import { VendorError } from '../../../common/vendor/errors';

const PAUSES_MS = [5_000, 10_000, 15_000];
const LONGEST_PAUSE_MS = 30_000;

/** How long to wait after so many tries. A file comes after seconds or minutes, and each try is a request. */
export function pauseAfter(tries: number): number {
	return PAUSES_MS[tries] ?? LONGEST_PAUSE_MS;
}

/** The time to wait is over. */
export function notReady(isRestoring = false): VendorError {
	const message = isRestoring
		? "The file is archived and is still being restored. Try again later, or raise 'Wait Timeout (Seconds)'"
		: "The call has no such file, or it is not ready yet. Only answered calls are recorded, and the file is ready some minutes after the end of the call. Try again later, or raise 'Wait Timeout (Seconds)'";
	return new VendorError({ failure: 'refused', code: isRestoring ? 'RECORDING_RESTORING' : 'RECORDING_NOT_READY', message });
}
