import { DownloadFault } from '../../../common/vendor/download';
import { downloadError, notTrusted } from '../../../common/vendor/downloadError';
import { VendorError } from '../../../common/vendor/errors';
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
	throw notTrusted(`the storage of Alibaba Cloud (${STORAGE})`);
}

/** OSS refuses to read an archived object until it is restored. Source: the error codes of OSS, InvalidObjectState. */
export function isArchived(error: unknown): boolean {
	return error instanceof DownloadFault && error.details.storageCode === 'InvalidObjectState';
}

/** The file has an address, but isn't there yet. */
export function isMissing(error: unknown): boolean {
	return error instanceof DownloadFault && error.details.httpStatus === 404;
}

/** What a failed download means. Its words never hold the address, because that is signed. */
export function vendorErrorOf(error: unknown): unknown {
	if (error instanceof DownloadFault && isArchived(error)) {
		const archived = "The file is archived and cannot be read at the moment. Turn on 'Restore Archived', or use the operation Restore Archived and try again later";
		return new VendorError({ failure: 'refused', code: 'RECORDING_ARCHIVED', message: archived, httpStatus: error.details.httpStatus });
	}
	return downloadError(error);
}
