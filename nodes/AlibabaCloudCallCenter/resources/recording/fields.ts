import { downloadTimeoutSeconds, maxSizeMegabytes, recordingHosts } from '../../../common/action/fileFields';
import { wholeNumber, yesNo } from '../../../common/action/fields';

export const download = yesNo({
	displayName: 'Download',
	description: 'Whether to download the file into the item. Otherwise the output holds its temporary address, with which anybody can read it.',
	default: true,
});

export { binaryPropertyName } from '../../../common/action/fileFields';

export const DEFAULTS = { waitSeconds: 600 };

/** What all files have in common. */
export const fileFields = {
	waitTimeoutSeconds: wholeNumber({
		displayName: 'Wait Timeout (Seconds)',
		description:
			'How many seconds to wait for a file that is not ready, counted for all items from the start of the node. It is ready some minutes after the end of the call. Use 0 for old calls, where a missing file stays missing.',
		default: DEFAULTS.waitSeconds,
		min: 0,
		max: 86_400,
		unit: 'seconds',
	}),
	restoreArchived: yesNo({
		displayName: 'Restore Archived',
		description: 'Whether to restore an archived file before it is downloaded, and to wait for that. Without a download, use the operation Restore Archived.',
		default: false,
	}),
	recordingHosts: recordingHosts("Alibaba Cloud's own storage (https://*.aliyuncs.com)"),
	maxSizeMegabytes,
	downloadTimeoutSeconds,
};
