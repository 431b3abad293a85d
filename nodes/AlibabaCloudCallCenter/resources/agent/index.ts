import type { Resource } from '../../../common/action/resource';
import { connect } from '../../api/connect';
import type { CccClient } from '../../api/transport';
import { changeVisibility } from './changeVisibility';
import { changeWorkMode } from './changeWorkMode';
import { listAgentStateLogs } from './listAgentStateLogs';
import { listDevices } from './listDevices';
import { listHistoricalAgentReport } from './listHistoricalAgentReport';
import { listIntervalAgentReport } from './listIntervalAgentReport';
import { listRealtimeAgentStates } from './listRealtimeAgentStates';
import { pollUserStatus } from './pollUserStatus';
import { readyForService } from './readyForService';
import { resetAgentState } from './resetAgentState';
import { signInGroup } from './signInGroup';
import { signOutGroup } from './signOutGroup';
import { takeBreak } from './takeBreak';

export const agent: Resource<CccClient> = {
	name: 'Agent',
	value: 'agent',
	defaultOperation: 'listRealtimeAgentStates',
	connect,
	actions: [
		signInGroup,
		signOutGroup,
		readyForService,
		takeBreak,
		changeWorkMode,
		changeVisibility,
		resetAgentState,
		pollUserStatus,
		listDevices,
		listRealtimeAgentStates,
		listAgentStateLogs,
		listHistoricalAgentReport,
		listIntervalAgentReport,
	],
};
