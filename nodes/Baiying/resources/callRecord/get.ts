import type { IDataObject } from 'n8n-workflow';
import { defineAction, type ResultWithFiles } from '../../../common/action/action';
import { yesNo } from '../../../common/action/fields';
import { binaryPropertyName, downloadTimeoutSeconds, limitsOf, maxSizeMegabytes, recordingHosts } from '../../../common/action/fileFields';
import { downloadError, notTrusted } from '../../../common/vendor/downloadError';
import { CALL } from '../../api/operationNames';
import { recordingUrl } from '../../callback/call';
import { objectOf } from '../../callback/json';
import { callInstanceId, companyId } from '../../fields';
import { trustedRecordingUrl } from '../../trigger/recordingUrl';
import { shortened } from '../rows';
import type { RecordClient } from './client';
import { fullCall, withCall } from './record';

const download = yesNo({
	displayName: 'Download',
	description: 'Whether to download the recording of both sides into the item. A call without a recording stays an item without a file.',
	default: false,
});

interface FileValues {
	binaryPropertyName: string;
	recordingHosts?: string[];
	maxSizeMegabytes?: number;
	downloadTimeoutSeconds?: number;
}

async function withFile(client: RecordClient, json: IDataObject, address: string, values: FileValues): Promise<ResultWithFiles> {
	const url = trustedRecordingUrl(address, values.recordingHosts ?? []);
	if (!url) throw notTrusted("Baiying's storage (https://*.aliyuncs.com)");
	const file = await client.download(url, limitsOf(values)).catch((error: unknown) => {
		throw downloadError(error);
	});
	return { json, binary: { [values.binaryPropertyName]: file } };
}

/** Sources: byai.openapi.callinstance.detail.get; GET /task/phoneLogInfo, api.byrobot.cn/doc/v2/. */
export const get = defineAction<RecordClient>()({
	operation: 'get',
	name: 'Get',
	action: 'Get call record',
	description: 'Get one call with its transcript, what the robot concluded and, if you like, its recording, as the Baiying Trigger returns it',
	effect: 'read',
	fields: { companyId, callInstanceId, download, binaryPropertyName },
	additionalFields: { downloadTimeoutSeconds, maxSizeMegabytes, recordingHosts: recordingHosts("Baiying's own storage (https://*.aliyuncs.com)") },
	showOnlyFor: { binaryPropertyName: { download: [true] } },
	async perform(client, values, { simplify }) {
		const data = objectOf((await client.send(CALL, values)).data);
		const json = shortened(data, fullCall, simplify);
		const address = values.download ? recordingUrl(withCall(data)) : null;
		return [address === null ? json : await withFile(client, json, address, values)];
	},
});
