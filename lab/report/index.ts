import { writePerformance } from './performance';
import { writeReliability } from './reliability';

/** Writes docs/performance.md, docs/reliability.md and docs/plots from the saved results. */
export async function writeReport(): Promise<void> {
	await writePerformance();
	await writeReliability();
}
