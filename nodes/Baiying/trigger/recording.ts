import type { IBinaryData, IWebhookFunctions } from 'n8n-workflow';
import { download, DownloadFault, type DownloadLimits } from '../../common/vendor/download';
import { trustedRecordingUrl } from './recordingUrl';

/** Baiying waits for the answer in the meantime. */
const LIMITS: DownloadLimits = { bytes: 50 * 1024 * 1024, ms: 20_000 };

/** The recording, or the reason why it is missing. */
export type Recording = { binary: IBinaryData } | { error: string };

/** Downloads a recording for the item's binary data. It never throws, because a callback is worth more than its recording. */
export async function fetchRecording(
	node: IWebhookFunctions,
	recordingUrl: string,
	recordingHosts: string[],
	limits: DownloadLimits = LIMITS,
): Promise<Recording> {
	const url = trustedRecordingUrl(recordingUrl, recordingHosts);
	if (!url) {
		return {
			error: "The recording was not downloaded: its address is not in Baiying's storage (https://*.aliyuncs.com). If you trust the host, add it to the option 'Recording Hosts'",
		};
	}
	try {
		return { binary: await download({ context: node, url, limits }) };
	} catch (error) {
		const cause = error instanceof DownloadFault ? error.message : 'the connection failed';
		return { error: `The recording could not be downloaded: ${cause}` };
	}
}
