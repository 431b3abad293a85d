import type { IExecuteFunctions, IBinaryData } from 'n8n-workflow';
import type { Connection } from '../../../common/action/resource';
import { download, type DownloadLimits } from '../../../common/vendor/download';
import { connect } from '../../api/connect';
import type { CccClient } from '../../api/transport';

/** The connection to the call center, and to the storage where it keeps recordings. */
export interface RecordingClient extends CccClient {
	/** Throws a DownloadFault. */
	download(url: URL, limits: DownloadLimits, name?: string): Promise<IBinaryData>;
	/** When this run of the node began, in milliseconds since 1970. */
	startedAt: number;
}

/** Throws an InputError that names the option. */
export async function connectRecordings(context: IExecuteFunctions): Promise<Connection<RecordingClient>> {
	const { client, ...rest } = await connect(context);
	const canceled = context.getExecutionCancelSignal();
	const storage: Pick<RecordingClient, 'download' | 'startedAt'> = {
		download: async (url, limits, name) => await download({ context, url, limits, name, canceled }),
		startedAt: Date.now(),
	};
	return { ...rest, client: Object.assign(client, storage) };
}
