import type { IDataObject } from 'n8n-workflow';

/** `agentState` codes of "Querying the Agent Status" (cec_07_0581). */
const STATES = ['unknown', 'signedIn', 'signedOut', 'busy', 'idle', 'wrapUp', 'idle', 'talking', 'rest', 'preRest'] as const;

export const SIGNED_OUT = 2;

export function isIdle(code: number): boolean {
	return code === 4 || code === 6;
}

export function isBusy(code: number): boolean {
	return code === 3;
}

export function isInWrapUp(code: number): boolean {
	return code === 5;
}

/** Resting, or about to rest after the call. */
export function isResting(code: number): boolean {
	return code === 8 || code === 9;
}

/** A name for the vendor's code; `unknown` if the code is undocumented. */
export function stateName(code: number): string {
	return STATES[code] ?? 'unknown';
}

/** What an agent is doing, as the node returns it. */
export function stateItem(agentId: string, code: number): IDataObject {
	const state = stateName(code);
	return { agentId, state, signedIn: state !== 'signedOut', stateCode: code };
}
