import type { IDataObject, INodeExecutionData, IRunExecutionData } from 'n8n-workflow';
import { callFindings, type CallEvidence } from '../../../lab/reliability/callFindings';
import type { Struck } from '../../../lab/reliability/faultPlan';
import type { StoredExecution } from '../../../lab/reliability/stage';

const task = (items: INodeExecutionData[]) => [{ startTime: 0, executionTime: 0, executionIndex: 0, source: [], data: { main: [items] } }];

const DONE = { jobId: 'job-1' };
const SKIPPED = { skipped: true, reason: 'used' };
const REFUSED = { error: 'no', details: { outcome: 'rejected' } };
const UNKNOWN = { error: 'no answer', details: { outcome: 'unknown' } };

/** An execution that began at a certain time, and what it reported about its customers. */
function execution(startedAt: number, told: Record<string, IDataObject | undefined>, status = 'success'): StoredExecution {
	const phones = Object.keys(told);
	const items = phones.flatMap((phone, item) => (told[phone] ? [{ json: told[phone], pairedItem: { item } }] : []));
	const runData = { Customers: task(phones.map((phone) => ({ json: { phone } }))), Call: task(items) };
	return { id: startedAt, status, startedAt, data: { resultData: { runData } } as unknown as IRunExecutionData };
}

function findings(executions: StoredExecution[], requests: Record<string, Array<[number, Struck]>>, placed: string[]) {
	const seen = Object.entries(requests).map(([phone, list]) => [phone, list.map(([at, struck]) => ({ at, struck }))] as const);
	const evidence: CallEvidence = {
		order: { calls: 1, kills: 0, seed: 1, sender: 'once per key' },
		phones: ['1'],
		placed: placed.map((callee) => ({ callee })),
		rings: placed.map((phone, at) => ({ phone, vendor: 'alibaba', callId: String(at), at })),
		requests: new Map(seen),
		executions,
		cuts: [],
		seconds: 1,
	};
	const { calledTwice, phonesRungTwice, itemsWithoutOutcome, unknownMissing, unknownWrong, toldWrongly } = callFindings(evidence);
	return { calledTwice, phonesRungTwice, itemsWithoutOutcome, unknownMissing, unknownWrong, toldWrongly };
}

const CLEAN = { calledTwice: 0, phonesRungTwice: 0, itemsWithoutOutcome: 0, unknownMissing: 0, unknownWrong: 0, toldWrongly: 0 };

test.each<[string, IDataObject, Array<[number, Struck]>, string[]]>([
	['done', DONE, [[5, 'none']], ['1']],
	['done after a refusal', DONE, [[5, 'refuse'], [6, 'none']], ['1']],
	['late, yet in time', DONE, [[5, 'late']], ['1']],
	['refused', REFUSED, [[5, 'refuse']], []],
	['cut, placed', UNKNOWN, [[5, 'cutAfter']], ['1']],
	['cut, not placed', UNKNOWN, [[5, 'cutBefore']], []],
	['TLS broken by plaintext', UNKNOWN, [[5, 'tlsPlaintext']], ['1']],
	['TLS broken by an alert', UNKNOWN, [[5, 'tlsAlert']], ['1']],
	['TLS broken by a damaged record', UNKNOWN, [[5, 'tlsDamaged']], ['1']],
])('finds no fault: %s', (_, told, requests, placed) => {
	expect(findings([execution(1, { 1: told })], { 1: requests }, placed)).toEqual(CLEAN);
});

test.each<[string, IDataObject | undefined, Array<[number, Struck]>, string[], Partial<typeof CLEAN>]>([
	['placed twice', DONE, [[5, 'none'], [6, 'none']], ['1', '1'], { calledTwice: 1, phonesRungTwice: 1 }],
	['no outcome', undefined, [[5, 'none']], ['1'], { itemsWithoutOutcome: 1, toldWrongly: 1 }],
	['refused, though nobody answered', REFUSED, [[5, 'hang']], [], { unknownMissing: 1 }],
	['refused, though TLS broke after the call was placed', REFUSED, [[5, 'tlsAlert']], ['1'], { unknownMissing: 1 }],
	['placed again after TLS broke', DONE, [[5, 'tlsPlaintext'], [6, 'none']], ['1', '1'], { calledTwice: 1, phonesRungTwice: 1 }],
	['done, though nobody answered', DONE, [[5, 'garbage']], ['1'], { unknownMissing: 1 }],
	['unknown, though answered', UNKNOWN, [[5, 'none']], ['1'], { unknownWrong: 1 }],
	['unknown, though never sent', UNKNOWN, [], [], { unknownWrong: 1 }],
	['done, though never placed', DONE, [[5, 'none']], [], { toldWrongly: 1 }],
	['refused, though placed', REFUSED, [[5, 'refuse']], ['1'], { toldWrongly: 1 }],
	['skipped, though sent', SKIPPED, [[5, 'none']], ['1'], { toldWrongly: 1 }],
])('finds the fault: %s', (_, told, requests, placed, found) => {
	expect(findings([execution(1, { 1: told })], { 1: requests }, placed)).toEqual({ ...CLEAN, ...found });
});

describe('after an execution that was interrupted', () => {
	const batch = [{ json: { body: { customers: [{ phone: '1' }] } } }];
	const recovered = { Batch: task([{ json: { isArtificialRecoveredEventItem: true } }]) };
	const data = { resultData: { runData: recovered }, executionData: { nodeExecutionStack: [{ data: { main: [batch] } }] } };
	const broken: StoredExecution = { id: 1, status: 'crashed', startedAt: 1, data: data as unknown as IRunExecutionData };

	test.each<[string, Array<[number, Struck]>, string[]]>([
		['called', [[5, 'none']], ['1']],
		['not called', [], []],
		['refused, its key not released', [[5, 'refuse']], []],
	])('its customers are skipped: %s', (_, requests, placed) => {
		expect(findings([broken, execution(10, { 1: SKIPPED })], { 1: requests }, placed)).toEqual(CLEAN);
	});

	test('only its customers may be skipped', () => {
		expect(findings([broken, execution(10, { 2: SKIPPED })], {}, [])).toEqual({ ...CLEAN, toldWrongly: 1 });
	});
});

test('of two executions of one batch at the same time, the one that called counts', () => {
	const called = execution(1, { 1: UNKNOWN });
	const skipped = execution(2, { 1: SKIPPED });
	for (const both of [[called, skipped], [skipped, called]]) expect(findings(both, { 1: [[5, 'hang']] }, [])).toEqual(CLEAN);
	expect(findings([execution(1, { 1: DONE }), skipped], { 1: [[5, 'hang']] }, [])).toEqual({ ...CLEAN, unknownMissing: 1 });
});
