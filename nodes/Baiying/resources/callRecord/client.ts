import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import type { Connection } from '../../../common/action/resource';
import { download, type DownloadLimits } from '../../../common/vendor/download';
import type { BaiyingClient } from '../../api/client';
import { connect } from '../../api/connect';

/** The connection to Baiying, and to the storage where it keeps recordings. */
export interface RecordClient extends BaiyingClient {
	/** Throws a DownloadFault. */
	download(url: URL, limits: DownloadLimits): Promise<IBinaryData>;
}

/** Throws an InputError that names the option. */
export async function connectRecords(context: IExecuteFunctions): Promise<Connection<RecordClient>> {
	const { client, ...rest } = await connect(context);
	const canceled = context.getExecutionCancelSignal();
	const storage: Pick<RecordClient, 'download'> = {
		download: async (url, limits) => await download({ context, url, limits, canceled }),
	};
	return { ...rest, client: Object.assign(client, storage) };
}
