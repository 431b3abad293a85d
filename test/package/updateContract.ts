import { currentContract, difference, publish, publishedContract } from './helpers/published';

/** Adds to `contract.json` what is new in the sources. It never removes anything: what no release has had can be deleted by hand. */
async function main(): Promise<void> {
	const current = await currentContract();
	const { lost, added } = difference(publishedContract(), current);
	if (lost.length > 0) {
		console.error(`Nothing was written, because these are lost or changed:\n${lost.join('\n')}`);
		process.exitCode = 1;
		return;
	}
	publish(current);
	console.log(`${added.length} additions`);
}

void main();
