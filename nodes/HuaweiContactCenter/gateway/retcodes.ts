import { VendorError } from '../../common/vendor/errors';
import { explain, isDocumented, meaningOf } from './meanings';

export const SUCCESS = '0';

export const RETCODE = {
	sessionExpired: '000-003',
	alreadySignedIn: '100-002',
	notSignedIn: '100-006',
	alreadySignedOut: '100-008',
	stateNotSet: '100-009',
	inCallAtSignOut: '100-010',
	noCallToAnswer: '200-002',
	cannotMute: '200-004',
	cannotUnmute: '200-008',
	noCallToHold: '200-013',
	cannotHold: '200-014',
	noHeldCall: '200-015',
	cannotRetrieve: '200-016',
	noCallToHangUp: '200-017',
	noCallToRelease: '200-025',
} as const;

/** Whether a request may be sent again while it is unknown what the first one did: reads and sign-ins may. */
export type Repetition = 'repeatable' | 'once';

/** The gateway checks the session before anything else, so a request that it turned away was not carried out. */
const TURNED_AWAY = new Set<string>([RETCODE.sessionExpired, RETCODE.notSignedIn]);

/** After a switch-over to another server the agent has to sign in again. */
const LEFT_BEHIND = new Set(['105-001', '105-005', '105-006', '105-007']);

/** The request may succeed later. */
const PASSING = new Set(['000-004', '000-007', '100-003', '100-021', '105-002', '105-003', '105-004']);

const INTERNAL_ERROR = '100-007';

/** Whether the gateway refused the request because it did not accept the guid; an old guid may just have been replaced. */
export function turnsAway(retcode: string): boolean {
	return TURNED_AWAY.has(retcode);
}

/** Whether the code says that the agent has to sign in again. */
export function meansSessionLost(retcode: string): boolean {
	return TURNED_AWAY.has(retcode) || LEFT_BEHIND.has(retcode);
}

/**
 * Whether a request with this answer was provably not carried out. That is unknown where the gateway reports its own state: 000-007
 * answers the second copy of a request whose first copy may have rung a phone, 100-007 is an internal error, and the 105 family and
 * 000-004 come during a switch-over. It is also unknown for undocumented codes.
 */
export function wasNotCarriedOut(retcode: string): boolean {
	return isDocumented(retcode) && !PASSING.has(retcode) && !LEFT_BEHIND.has(retcode) && retcode !== INTERNAL_ERROR;
}

/** The error for a request that the gateway answered with this code. */
export function refusal({ retcode, message }: { retcode: string; message: string }, repetition: Repetition): VendorError {
	const details = { code: retcode, vendorMessage: message || undefined };
	if (repetition === 'once' && !wasNotCarriedOut(retcode)) {
		const unknown = `${meaningOf(retcode)}, which does not show whether the request was carried out`;
		return new VendorError({ ...details, failure: 'noAnswer', message: unknown });
	}
	return new VendorError({ ...details, failure: PASSING.has(retcode) ? 'throttled' : 'refused', message: explain(retcode) });
}
