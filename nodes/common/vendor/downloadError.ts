import { DownloadFault } from './download';
import { VendorError, type Failure } from './errors';

const CODES: Record<DownloadFault['details']['kind'], string> = {
	connection: 'DOWNLOAD_FAILED',
	empty: 'DOWNLOAD_EMPTY',
	notStored: 'DOWNLOAD_NOT_STORED',
	size: 'DOWNLOAD_TOO_LARGE',
	status: 'DOWNLOAD_REFUSED',
	stopped: 'STOPPED',
	time: 'DOWNLOAD_TIMEOUT',
};

const REMEDIES: Partial<Record<DownloadFault['details']['kind'], string>> = {
	size: "Raise 'Max Size (MB)', or turn off 'Download' and use the address",
	time: "Raise 'Download Timeout (Seconds)', or turn off 'Download' and use the address",
};

/** A cut connection and a busy storage are worth another try. */
export function failureOf({ kind, httpStatus = 0 }: DownloadFault['details']): Failure {
	return kind === 'connection' || httpStatus >= 500 ? 'noAnswer' : 'refused';
}

/** What a failed download means for an action. Its words never hold the address, because that can be signed. Any other error stays as it is. */
export function downloadError(error: unknown): unknown {
	if (!(error instanceof DownloadFault)) return error;
	const { details, message } = error;
	const remedy = REMEDIES[details.kind];
	const said = `The file could not be downloaded: ${message}${remedy ? `. ${remedy}` : ''}`;
	return new VendorError({ failure: failureOf(details), code: CODES[details.kind], message: said, httpStatus: details.httpStatus });
}

/** The address of a file is none from which the node may download. */
export function notTrusted(storage: string): VendorError {
	const message = `The file was not downloaded: its address is not in ${storage}. If you trust the host, add it to the field 'Recording Hosts'`;
	return new VendorError({ failure: 'refused', code: 'HOST_NOT_TRUSTED', message });
}
