/** Runs the work until it is done or the signal aborts it; any other failure is thrown into the process. */
export function runInBackground(signal: AbortSignal, work: () => Promise<void>): void {
	void work().catch((error: unknown) => {
		if (!signal.aborted) throw error;
	});
}
