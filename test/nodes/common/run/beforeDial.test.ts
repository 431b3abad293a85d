import type { Action, Settings } from '../../../../nodes/common/action/action';
import { perform, type Attempt, type Gate, type Sending } from '../../../../nodes/common/run/attempt';
import type { LedgerSlot } from '../../../../nodes/common/run/ledger';
import { Pacer } from '../../../../nodes/common/run/pacer';

type Work = (settings: Settings) => Promise<void>;

const DENIED: Attempt = { results: [{ skipped: true, verdict: 'outsideHours' }] };

/** Performs a call that does some work of its own first; says how it ended, and what was entered into the ledger. */
async function dial(work: Work, gate: Gate): Promise<{ ended: Attempt; entered: string[]; dialed: number }> {
	const entered: string[] = [];
	const enter = (what: string) => () => void entered.push(what);
	const slot = { done: () => undefined, sending: enter('sending'), finish: enter('finish'), refused: enter('refused'), endedUnknown: enter('unknown') };
	let dialed = 0;
	const action = {
		effect: 'dial',
		perform: async (_client: unknown, _values: unknown, settings: Settings) => {
			await work(settings);
			dialed += 1;
			return { results: [{ id: 'call' }] };
		},
	} as unknown as Action<undefined>;
	const context = { getTimezone: () => 'Asia/Shanghai', getExecutionCancelSignal: () => undefined };
	const run = { context, action, client: undefined, pacer: new Pacer(0) } as unknown as Sending<undefined>;
	return { ended: await perform(run, {}, true, slot as unknown as LedgerSlot, gate), entered, dialed };
}

it('asks the gate again when an action has waited before its dial', async () => {
	let isOver = false;
	const gate = async () => await Promise.resolve(isOver ? DENIED : undefined);
	const { ended, entered, dialed } = await dial(async ({ beforeDial }) => {
		isOver = true;
		await beforeDial?.();
	}, gate);
	expect(ended).toEqual(DENIED);
	expect(dialed).toBe(0);
	// Nothing was sent, so a retry may dial.
	expect(entered).toEqual(['sending', 'refused']);
});

it('lets the call out if the gate still allows it', async () => {
	const { ended, entered, dialed } = await dial(async ({ beforeDial }) => await beforeDial?.(), async () => await Promise.resolve(undefined));
	expect(ended).toEqual({ results: [{ id: 'call' }] });
	expect([dialed, entered]).toEqual([1, ['sending', 'finish']]);
});

it('takes no other error for a denial', async () => {
	const { ended, entered } = await dial(async () => await Promise.reject(new Error('The line broke')), async () => await Promise.resolve(undefined));
	expect(ended).toMatchObject({ error: { failure: 'noAnswer' } });
	expect(entered).toEqual(['sending', 'unknown']);
});
