import type { IHookFunctions } from 'n8n-workflow';
import { addressListFault } from './access';
import { missingSecret, readSecrets } from './credential';
import { malformedHost } from './recordingUrl';
import { readSettings } from './settings';

/**
 * Why the trigger could take no callback as it is set up, as a sentence; undefined when it is in order. Asked when the workflow is
 * published, so that it fails there and not silently at each callback.
 */
export async function settingsFault(node: IHookFunctions): Promise<string | undefined> {
	const settings = readSettings(node);
	const host = malformedHost(settings.recordingHosts);
	return (
		missingSecret(settings, await readSecrets(node)) ??
		addressListFault(settings.allowedIps) ??
		(host === undefined ? undefined : `The option 'Recording Hosts' holds "${host}", which is not a host such as recordings.example.com`)
	);
}
