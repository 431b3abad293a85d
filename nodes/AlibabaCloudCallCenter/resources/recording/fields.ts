import { text, textList, wholeNumber, yesNo, type Field } from '../../../common/action/fields';
import { InputError } from '../../../common/vendor/errors';
import { malformedHost } from '../../../common/vendor/hosts';

export const download = yesNo({
	displayName: 'Download',
	description: 'Whether to download the file into the item. Otherwise the output holds its temporary address, with which anybody can read it.',
	default: true,
});

export const binaryPropertyName = text({
	displayName: 'Output Data Field Name',
	description: 'The binary field of the output that holds the file',
	default: 'data',
	example: 'data',
});

const hosts = textList({
	displayName: 'Recording Hosts',
	description:
		"More hosts from which the node may download files. A host without a scheme means https. Alibaba Cloud's own storage (https://*.aliyuncs.com) is always allowed.",
	example: '*.example.com, http://10.0.0.5:8080',
});

const recordingHosts: Field<string[]> = {
	...hosts,
	read(raw) {
		const given = hosts.read(raw);
		const wrong = malformedHost(given ?? []);
		if (wrong === undefined) return given;
		throw new InputError(`'Recording Hosts' contains "${wrong}", which is not a host: enter one such as recordings.example.com`);
	},
};

export const DEFAULTS = { waitSeconds: 600, megabytes: 100, downloadSeconds: 120 };

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
	recordingHosts,
	maxSizeMegabytes: wholeNumber({
		displayName: 'Max Size (MB)',
		description: 'The largest file to download, in megabytes. A larger one is an error.',
		default: DEFAULTS.megabytes,
		min: 1,
		max: 1000,
		unit: 'megabytes',
	}),
	downloadTimeoutSeconds: wholeNumber({
		displayName: 'Download Timeout (Seconds)',
		description: 'How many seconds one download may take',
		default: DEFAULTS.downloadSeconds,
		min: 1,
		max: 3600,
		unit: 'seconds',
	}),
};
