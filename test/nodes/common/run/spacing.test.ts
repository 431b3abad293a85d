import { inLine } from '../../../../nodes/common/run/spacing';

const MS = 60;

interface Sent {
	name: string;
	at: number;
	answeredAt: number;
}

async function send(sent: Sent[], key: string, name: string, { lasts = 5, fails = false, canceled }: { lasts?: number; fails?: boolean; canceled?: AbortSignal } = {}): Promise<void> {
	await inLine({ key, ms: MS }, canceled, async () => {
		const at = performance.now();
		await new Promise((resolve) => setTimeout(resolve, lasts));
		sent.push({ name, at, answeredAt: performance.now() });
		if (fails) throw new Error('refused');
	});
}

it('keeps the distance between an answer and the next request of the line, in the order of asking', async () => {
	const sent: Sent[] = [];
	await Promise.all([send(sent, 'a', '1', { lasts: 30 }), send(sent, 'a', '2'), send(sent, 'a', '3')]);
	expect(sent.map(({ name }) => name)).toEqual(['1', '2', '3']);
	const gaps = sent.slice(1).map(({ at }, index) => at - (sent[index]?.answeredAt ?? 0));
	expect(Math.min(...gaps)).toBeGreaterThanOrEqual(MS - 1);
});

it('lets other lines go at once', async () => {
	const sent: Sent[] = [];
	await Promise.all([send(sent, 'b', '1'), send(sent, 'b', '2'), send(sent, 'c', 'other')]);
	expect(sent.map(({ name }) => name)).toEqual(['1', 'other', '2']);
});

it('keeps the distance after a request that failed', async () => {
	const sent: Sent[] = [];
	await expect(send(sent, 'd', '1', { fails: true })).rejects.toThrow('refused');
	await send(sent, 'd', '2');
	expect((sent[1]?.at ?? 0) - (sent[0]?.answeredAt ?? 0)).toBeGreaterThanOrEqual(MS - 1);
});

it('does not wait in an execution that was canceled', async () => {
	const sent: Sent[] = [];
	await send(sent, 'e', '1');
	const begun = performance.now();
	await send(sent, 'e', '2', { canceled: AbortSignal.abort() });
	expect(performance.now() - begun).toBeLessThan(MS);
});
