import type { IBinaryData, INodeExecutionData, ITriggerFunctions } from 'n8n-workflow';
import { download, DownloadFault, type DownloadLimits } from '../../common/vendor/download';
import { connectCcc } from '../api/transport';
import { addressOf } from '../resources/recording/address';
import { trustedAddress } from '../resources/recording/faults';
import { itemOf, type CallEvent } from './events';
import { patiently } from './patience';
import type { Settings } from './settings';

/** Many runs may start at the same time, and each file is in memory until then. */
const LIMITS: DownloadLimits = { bytes: 50 * 1024 * 1024, ms: 60_000 };

async function fetched(context: ITriggerFunctions, { record }: CallEvent, { values, recordingHosts }: Settings): Promise<IBinaryData> {
	const client = await connectCcc(context);
	const call = { instanceId: values.instanceId, contactId: String(record.contactId) };
	const address = await addressOf(client, 'GetMonoRecording', call);
	if (!address) throw new DownloadFault('Alibaba Cloud returned no address for it', { kind: 'empty' });
	return await download({ context, url: trustedAddress(address.url, recordingHosts), name: address.name, limits: LIMITS });
}

function reasonOf(error: unknown): string {
	if (error instanceof DownloadFault) return `The recording could not be downloaded: ${error.message}. The action 'Get recording' can try again`;
	return error instanceof Error ? error.message : 'The recording could not be downloaded';
}

/** The item that starts a run, with the recording if the user wants it. It never throws, because an event is worth more than its recording. */
export async function itemWithRecording(context: ITriggerFunctions, event: CallEvent, settings: Settings): Promise<INodeExecutionData> {
	const item = itemOf(event, settings);
	if (!settings.downloadRecording || event.event !== 'recordingReady') return item;
	try {
		return { ...item, binary: { recording: await patiently(async () => await fetched(context, event, settings)) } };
	} catch (error) {
		return { json: { ...item.json, recordingError: reasonOf(error) } };
	}
}
