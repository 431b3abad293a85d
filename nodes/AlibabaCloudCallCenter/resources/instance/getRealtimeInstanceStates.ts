import { instanceId, liveMediaType } from '../../fields';
import { objectAction } from '../kinds';
import { liveStateShort } from '../reports';

/** Source: GetRealtimeInstanceStates, api.aliyun.com/document/CCC/2020-07-01/GetRealtimeInstanceStates. */
export const getRealtimeInstanceStates = objectAction({
	operation: 'getRealtimeInstanceStates',
	name: 'Get Live State',
	action: 'Get live state of instance',
	description: 'See how many customers are waiting or in the voice menu now, and what the agents are doing',
	fields: { instanceId },
	filters: { mediaType: liveMediaType },
	short: { instanceId: 'instanceId', interactiveCalls: 'interactiveCalls', ...liveStateShort },
});
