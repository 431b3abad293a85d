/** Waits until the condition holds, but no longer than ten seconds. */
export async function eventually(condition: () => boolean): Promise<void> {
	const giveUpAt = Date.now() + 10_000;
	while (!condition()) {
		if (Date.now() > giveUpAt) throw new Error(`Still not so after ten seconds: ${condition.toString()}`);
		await new Promise((resolve) => setTimeout(resolve, 2));
	}
}
