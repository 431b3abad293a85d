/** Works through the list, in part in parallel. Once the work returns false it starts no more and waits for what is under way. */
export async function inParallel<T>(list: T[], width: number, work: (entry: T) => Promise<boolean>): Promise<void> {
	let next = 0;
	let stopped = false;
	const worker = async () => {
		while (!stopped && next < list.length) {
			if (!(await work(list[next++] as T))) stopped = true;
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, list.length) }, worker));
}
