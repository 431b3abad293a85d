import type { Resource } from '../../../common/action/resource';
import type { AgentClient } from '../../client';
import { connectAgent } from '../../connect';
import { cancelBusy } from './cancelBusy';
import { endRest } from './endRest';
import { endWrapUp } from './endWrapUp';
import { forceSignOut } from './forceSignOut';
import { getSkills } from './getSkills';
import { getStatus } from './getStatus';
import { resetSkills } from './resetSkills';
import { setAutoAnswer } from './setAutoAnswer';
import { setBusy } from './setBusy';
import { setReady } from './setReady';
import { signIn } from './signIn';
import { signOut } from './signOut';
import { startRest } from './startRest';
import { startWrapUp } from './startWrapUp';

export const agent: Resource<AgentClient> = {
	name: 'Agent',
	value: 'agent',
	defaultOperation: 'getStatus',
	connect: connectAgent,
	actions: [
		signIn,
		signOut,
		forceSignOut,
		getStatus,
		setReady,
		setBusy,
		cancelBusy,
		startRest,
		endRest,
		startWrapUp,
		endWrapUp,
		getSkills,
		resetSkills,
		setAutoAnswer,
	],
};
