import { writeReport } from './report';

/**
 * `npm run lab -- <measurement> …`: all measurements, each with arguments of its own; see their folders. `npm run lab -- report`
 * only writes the pages and draws the plots from the saved results.
 */
const MEASUREMENTS: Record<string, (args: string[]) => Promise<void>> = {
	bench: async (args) => await (await import('./bench')).runBenches(args),
	fuzz: async (args) => await (await import('./fuzz')).fuzz(args),
	queue: async () => await (await import('./queue')).measureQueue(),
	reliability: async (args) => await (await import('./reliability')).runCampaigns(args),
	report: writeReport,
};

async function main([name = '', ...args]: string[]): Promise<void> {
	const measure = Object.hasOwn(MEASUREMENTS, name) ? MEASUREMENTS[name] : undefined;
	if (!measure) throw new Error(`There is no measurement "${name}". Choose from ${Object.keys(MEASUREMENTS).join(', ')}`);
	await measure(args);
}

main(process.argv.slice(2)).then(
	() => process.exit(),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	},
);
