import { packPack } from '../../scripts/pack';
import { ISALES_KEYS, startISales, VDN_ID, type ISalesVendor } from '../../sandbox/huawei/isales';
import { createWorld } from '../../sandbox/world';
import type { Measured } from '../report/measured';
import type { Bench } from './bench';
import { numberAt } from './campaignNumberAt';
import type { AddInput, Added } from './campaignNumbersChild';
import { inChild } from './child';

const PER_REQUEST = 20;

interface Run extends Added {
	count: number;
	listed: string[];
}

async function addAll(vendor: ISalesVendor, packageDir: string, count: number): Promise<Run> {
	const listed = [0.1, 0.5, 0.9].map((share) => numberAt(Math.floor(count * share)));
	listed.forEach((number) => vendor.block(number));
	const credential = { ...ISALES_KEYS, baseUrl: vendor.url, vdnId: VDN_ID };
	const input: AddInput = { packageDir, credential, campaignId: vendor.seeds.campaignId, count };
	return { count, listed, ...(await inChild<Added>('campaignNumbersChild', input)) };
}

/** How many numbers are not in the campaign exactly as often as they should be. */
function wrong(vendor: ISalesVendor, { count, listed }: Run): number {
	const times = new Map<string, number>();
	for (const { numbers } of vendor.campaigns().flatMap(({ customers }) => customers)) {
		for (const { calledNo } of numbers) times.set(calledNo, (times.get(calledNo) ?? 0) + 1);
	}
	// The first number was in the campaign from the start.
	times.set(numberAt(0), (times.get(numberAt(0)) ?? 0) - 1);
	return Array.from({ length: count }, (_, place) => numberAt(place)).filter((number) => (times.get(number) ?? 0) !== (listed.includes(number) ? 0 : 1)).length;
}

function measured(vendor: ISalesVendor, run: Run): Measured {
	const { count, seconds, output, listed } = run;
	const refused = output.filter(({ accepted }) => accepted === false).map(({ called }) => called);
	const unnamed = listed.filter((number) => !refused.includes(number)).length + refused.filter((number) => !listed.includes(String(number))).length;
	const requests = vendor.admitted().filter(({ operation }) => operation === 'addNumbers').length;
	const ideal = count / PER_REQUEST;
	return {
		figures: [
			{ what: 'Numbers that are missing in the campaign or there twice', value: wrong(vendor, run), unit: '', atMost: 0 },
			{ what: 'Block-listed numbers that the output does not name, or names wrongly', value: unnamed, unit: '', atMost: 0 },
			{ what: 'Requests that came too early for the vendor', value: vendor.tooEarly(), unit: '', atMost: 0 },
			{ what: `Total time ÷ the vendor's pace of ${PER_REQUEST} numbers per second`, value: seconds / ideal, unit: '×', atMost: 1.05 },
		],
		tables: [
			{
				title: `Adding numbers to one Huawei campaign: at most ${PER_REQUEST} in a request, requests at least one second apart`,
				columns: ['Numbers', 'Block-listed', 'Requests', 'Seconds', 'Ideal seconds'],
				rows: [[count, listed.length, requests, seconds, ideal]],
			},
		],
		plots: [],
	};
}

export const campaignNumbers: Bench = {
	name: 'campaign-numbers',
	title: 'Numbers of a campaign',
	async run({ quick }) {
		const pack = await packPack();
		const vendor = await startISales(createWorld());
		try {
			return measured(vendor, await addAll(vendor, pack.packageDir, quick ? 200 : 10_000));
		} finally {
			await vendor.close();
			await pack.remove();
		}
	},
};
