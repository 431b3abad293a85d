/** What the result codes mean, from "Result Codes" (cec_07_0580); only those that this sandbox returns. */
const MEANINGS = {
	'000-002': 'Wrong URL parameter or invalid interface parameter',
	'000-003': 'No permission. The authentication of the agent may have expired',
	'000-004': 'The agent is being switched over',
	'000-006': 'Message parameter error',
	'000-007': 'The interface is called repeatedly',
	'100-001': 'A sign-in parameter is empty or invalid',
	'100-002': 'The agent has already signed in',
	'100-003': 'Resource unavailable',
	'100-004': 'The user name or password is incorrect',
	'100-006': 'The agent has not signed in',
	'100-007': 'Operation exception',
	'100-009': 'The agent state cannot be set',
	'100-010': 'The agent cannot sign out in this state',
	'100-011': 'Invalid sign-in parameter',
	'100-012': 'The agent type is incorrect',
	'100-013': 'The phone bound to the agent is invalid',
	'100-014': 'The phone is not in the configured range',
	'100-015': 'The agent has signed in and cannot be forced out',
	'100-016': 'The IP address is invalid',
	'100-021': 'The agent is signing in. Do not sign in repeatedly',
	'105-001': 'The agent is not cached in Redis',
	'105-002': 'Disaster recovery is in progress',
	'105-003': 'Disaster recovery is complete',
	'105-004': 'Disaster recovery: the request could not be queued',
	'105-005': 'Disaster recovery timed out. Sign in again',
	'105-006': 'Disaster recovery: the GUID does not match. Sign in again',
	'105-007': 'Disaster recovery is switched off. Sign in again',
	'200-001': 'The outbound number is incorrect',
	'200-002': 'There is no call to answer',
	'200-003': 'There is no call to mute',
	'200-004': 'The call cannot be muted in this state',
	'200-007': 'There is no call to unmute',
	'200-008': 'The call cannot be unmuted in this state',
	'200-010': 'There is no call for a three-party call',
	'200-011': 'There is no call on hold for a three-party call',
	'200-012': 'There is no call to transfer',
	'200-013': 'There is no call to hold',
	'200-014': 'The call cannot be held in this state',
	'200-015': 'There is no call on hold',
	'200-016': 'The call on hold cannot be retrieved in this state',
	'200-017': 'There is no call to hang up',
	'200-025': 'There is no call to release',
	'400-001': 'There is no call',
	'400-002': 'There is no call data to set',
} as const;

export type Retcode = keyof typeof MEANINGS;

export function isRetcode(text: string): text is Retcode {
	return Object.hasOwn(MEANINGS, text);
}

/** A business error: HTTP 200 with a `retcode` other than "0". */
export class Refusal extends Error {
	constructor(
		readonly retcode: Retcode,
		message: string = MEANINGS[retcode],
	) {
		super(message);
	}
}
