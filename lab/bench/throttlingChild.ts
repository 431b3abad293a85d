import { callParameters, customers, runPacked } from './calls';
import { answer } from './child';

export interface ThrottlingInput {
	packageDir: string;
	url: string;
	items: number;
	concurrency: number;
}

export interface ThrottlingRun {
	succeeded: number;
	seconds: number;
}

void answer(async ({ packageDir, url, items, concurrency }: ThrottlingInput): Promise<ThrottlingRun> => {
	const start = Date.now();
	const { json, error } = await runPacked(packageDir, url, customers(items), callParameters({ concurrency }));
	if (error) throw new Error(error.message);
	return { succeeded: json.filter(({ jobId }) => typeof jobId === 'string').length, seconds: (Date.now() - start) / 1000 };
});
