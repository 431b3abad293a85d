import type { IHookFunctions } from 'n8n-workflow';
import { addressListFault } from '../../common/trigger/allowedIps';
import { retryPlanFault } from '../../common/trigger/retryPlan';
import { malformedHost } from '../../common/vendor/hosts';
import { missingSecret, needsSecrets, secretStore } from './credential';
import { readSettings } from './settings';

/**
 * Why the trigger would refuse every callback with its settings, as a sentence; undefined when they are in order. n8n asks when it
 * publishes the workflow, so that it fails there and not at each callback.
 */
export async function settingsFault(node: IHookFunctions): Promise<string | undefined> {
	const settings = readSettings(node);
	const host = malformedHost(settings.recordingHosts);
	return (
		missingSecret(settings, await secretStore.read(node, needsSecrets(settings))) ??
		addressListFault(settings.allowedIps) ??
		retryPlanFault(node) ??
		(host === undefined ? undefined : `The option 'Recording Hosts' contains "${host}", which is not a host such as recordings.example.com`)
	);
}
