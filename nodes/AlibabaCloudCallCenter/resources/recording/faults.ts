import { DownloadFault } from '../../../common/vendor/download';
import { VendorError, type Failure } from '../../../common/vendor/errors';
import { trustedUrl } from '../../../common/vendor/hosts';

/** Object Storage Service (OSS), where the call center keeps its files. */
const STORAGE = 'https://*.aliyuncs.com';

/** The pages of the vendor show addresses with http. OSS answers under https too, and its signature does not cover the scheme. */
function encrypted(url: string): string {
	return url.replace(/^http:(?=\/\/[^/?#@:]+\.aliyuncs\.com\/)/i, 'https:');
}

/** The address if the node may download from there. */
export function trustedAddress(url: string, recordingHosts: string[]): URL {
	const trusted = trustedUrl(url, recordingHosts) ?? trustedUrl(encrypted(url), [STORAGE]);
	if (trusted) return trusted;
	const message = `The file was not downloaded: its address is not in the storage of Alibaba Cloud (${STORAGE}). If you trust the host, add it to the field 'Recording Hosts'`;
	throw new VendorError({ failure: 'refused', code: 'HOST_NOT_TRUSTED', message });
}

/** OSS refuses to read an archived object until it is restored. Source: the error codes of OSS, InvalidObjectState. */
export function isArchived(error: unknown): boolean {
	return error instanceof DownloadFault && error.details.storageCode === 'InvalidObjectState';
}

/** The file has an address, but isn't there yet. */
export function isMissing(error: unknown): boolean {
	return error instanceof DownloadFault && error.details.httpStatus === 404;
}

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

/** What a failed download means. Its words never hold the address, because that is signed. */
export function vendorErrorOf(error: unknown): unknown {
	if (!(error instanceof DownloadFault)) return error;
	const { details, message } = error;
	if (isArchived(error)) {
		const archived = "The file is archived and cannot be read at the moment. Turn on 'Restore Archived', or use the operation Restore Archived and try again later";
		return new VendorError({ failure: 'refused', code: 'RECORDING_ARCHIVED', message: archived, httpStatus: details.httpStatus });
	}
	const remedy = REMEDIES[details.kind];
	const said = `The file could not be downloaded: ${message}${remedy ? `. ${remedy}` : ''}`;
	return new VendorError({ failure: failureOf(details), code: CODES[details.kind], message: said, httpStatus: details.httpStatus });
}
