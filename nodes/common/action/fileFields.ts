import { InputError } from '../vendor/errors';
import { malformedHost } from '../vendor/hosts';
import { text, textList, wholeNumber, type Field } from './fields';

/** Fields of actions that download a file. */

export const FILE_LIMITS = { megabytes: 100, downloadSeconds: 120 };

export const binaryPropertyName = text({
	displayName: 'Output Data Field Name',
	description: 'The binary field of the output that holds the file',
	default: 'data',
	example: 'data',
});

/** @param storage the vendor's own, which is always allowed, in words, with its address */
export function recordingHosts(storage: string): Field<string[]> {
	const hosts = textList({
		displayName: 'Recording Hosts',
		description: `More hosts from which the node may download files. A host without a scheme means https. ${storage} is always allowed.`,
		example: '*.example.com, http://10.0.0.5:8080',
	});
	return {
		...hosts,
		read(raw) {
			const given = hosts.read(raw);
			const wrong = malformedHost(given ?? []);
			if (wrong === undefined) return given;
			throw new InputError(`'Recording Hosts' contains "${wrong}", which is not a host: enter one such as recordings.example.com`);
		},
	};
}

export const maxSizeMegabytes = wholeNumber({
	displayName: 'Max Size (MB)',
	description: 'The largest file to download, in megabytes. A larger one is an error.',
	default: FILE_LIMITS.megabytes,
	min: 1,
	max: 1000,
	unit: 'megabytes',
});

export const downloadTimeoutSeconds = wholeNumber({
	displayName: 'Download Timeout (Seconds)',
	description: 'How many seconds one download may take',
	default: FILE_LIMITS.downloadSeconds,
	min: 1,
	max: 3600,
	unit: 'seconds',
});

/** The limits of one download, from the values of the fields. */
export function limitsOf(values: { maxSizeMegabytes?: number; downloadTimeoutSeconds?: number }): { bytes: number; ms: number } {
	const { maxSizeMegabytes: megabytes = FILE_LIMITS.megabytes, downloadTimeoutSeconds: seconds = FILE_LIMITS.downloadSeconds } = values;
	return { bytes: megabytes * 1024 * 1024, ms: seconds * 1000 };
}
