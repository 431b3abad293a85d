import type { Resource } from '../../../common/action/resource';
import { connect } from '../../api/connect';
import type { CccClient } from '../../api/transport';
import { analyzeConversation } from './analyzeConversation';
import { createCallSummary } from './createCallSummary';
import { getCallDetailRecord } from './getCallDetailRecord';
import { getConversationDetail } from './getConversationDetail';
import { getIvrTrackingSummary } from './getIvrTrackingSummary';
import { listCallDetailRecordsV2 } from './listCallDetailRecordsV2';
import { listCallSummaries } from './listCallSummaries';
import { listIvrTrackingDetails } from './listIvrTrackingDetails';
import { listRecentCallDetailRecords } from './listRecentCallDetailRecords';
import { updateCallSummary } from './updateCallSummary';

export const callRecord: Resource<CccClient> = {
	name: 'Call Record',
	value: 'callRecord',
	defaultOperation: 'listCallDetailRecordsV2',
	connect,
	actions: [
		getCallDetailRecord,
		listCallDetailRecordsV2,
		listRecentCallDetailRecords,
		getConversationDetail,
		analyzeConversation,
		getIvrTrackingSummary,
		listIvrTrackingDetails,
		createCallSummary,
		updateCallSummary,
		listCallSummaries,
	],
};
