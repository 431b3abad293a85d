import type { IDataObject } from 'n8n-workflow';
import { resultBy, type CallResult, type Result, type ResultRow, type TryAgain } from '../../common/vendor/callResult';
import { textOf } from './values';

type Row = [code: string, callResult: CallResult, said: string, tryAgain?: TryAgain];

/** How a two-party call ended. */
const TWO_PARTY: Row[] = [
	['0', 'answered', 'the called party hung up'],
	['1', 'answered', 'the calling party hung up'],
	['2', 'lineFault', 'the call to the calling party failed'],
	['3', 'unreachable', 'the call to the called party failed'],
	['4', 'noAnswer', 'the calling party did not answer, so the called party was not rung', 'soon'],
	['5', 'noAnswer', 'the called party did not answer'],
	['6', 'lineFault', 'the call could not be started'],
];

/** Codes of the Q.850 kind, which ITA calls have besides. */
const ITA: Row[] = [
	['17', 'busy', 'user busy'],
	['18', 'noAnswer', 'no user responding'],
	['19', 'noAnswer', 'no answer from the user'],
];

function rowsBy(field: string, page: string, rows: Row[]): ResultRow[] {
	return rows.map(([code, callResult, said, tryAgain]) => ({ says: { [field]: code }, callResult, ...(tryAgain ? { tryAgain } : {}), source: `${page}: ${said}` }));
}

function withoutTalk(code: string, callResult: CallResult, said: string): ResultRow {
	return { says: { reasonCode: code, talkDuration: '0' }, callResult, source: `queryCallDetailRecord: ${said}, and there was no talk` };
}

/** Of two-party calls and their records. Source: queryCallState (cec_07_1306) and queryCallDetailRecord (cec_07_1305). */
export const CALL_RESULTS_BY_REASON: ResultRow[] = [
	withoutTalk('0', 'rejected', 'the called party hung up'),
	withoutTalk('1', 'noAnswer', 'the calling party hung up'),
	...rowsBy('reasonCode', 'queryCallState', TWO_PARTY),
	...rowsBy('reasonCode', 'queryCallState, codes of ITA calls', ITA),
];

const ENDED = '3';

const STATES: Readonly<Record<string, string>> = { '0': 'waiting', '1': 'calling', '2': 'talking', [ENDED]: 'ended' };

/** The state of a call in a word. Source: queryCallState (cec_07_1306). */
export function stateOf({ state }: IDataObject): string | undefined {
	const code = textOf(state);
	return code === undefined ? undefined : (STATES[code] ?? code);
}

export function isEnded({ state }: IDataObject): boolean {
	return textOf(state) === ENDED;
}

export interface CallEnd extends Result {
	/** Whether the two parties have talked. */
	isTalk: boolean;
	failureReason?: string;
}

const ENDED_BY_A_PARTY = new Set(['0', '1']);

function reasonFor(code: string | undefined): string {
	const [, , said] = [...TWO_PARTY, ...ITA].find(([one]) => one === code) ?? [];
	if (said) return said.charAt(0).toUpperCase() + said.slice(1);
	return code === undefined ? 'Huawei gave no reason' : `Huawei gave the reason code ${code}, which its pages do not explain`;
}

/** What the record or the state of a call says about its end. */
export function endOf(call: IDataObject): CallEnd {
	const code = textOf(call.reasonCode);
	const result = resultBy(CALL_RESULTS_BY_REASON, call);
	const isTalk = ENDED_BY_A_PARTY.has(code ?? '') && result.callResult === 'answered';
	return { ...result, isTalk, ...(isTalk ? {} : { failureReason: reasonFor(code) }) };
}

/** The result of a call; nothing as long as it lasts. */
export function resultOf(call: IDataObject): IDataObject {
	if (!isEnded(call)) return {};
	const { callResult, tryAgain, failureReason } = endOf(call);
	return { callResult, tryAgain, ...(failureReason ? { failureReason } : {}) };
}
