import { packPack } from '../../scripts/pack';
import type { Bench } from './bench';
import type { Measured } from '../report/measured';
import { inChild, n8nNode } from './child';
import type { CaseName, SigningInput, SigningTimes } from './signingChild';
import { median, medianRatio, rounded } from '../report/stats';

const LABELS: Record<CaseName, string> = {
	cryptography: 'Nonce, SHA-256 and HMAC alone',
	signer: "The pack's signer",
	credential: "The pack's credential, as n8n calls it",
	officialClient: 'Official client (@alicloud/openapi-core)',
};

const NAMES = Object.keys(LABELS) as CaseName[];

function rowsOf({ node, times }: SigningTimes): Array<Array<string | number>> {
	return NAMES.map((name) => [
		LABELS[name],
		`Node ${node}`,
		rounded(median(times[name])),
		rounded(medianRatio(times[name], times.cryptography)),
		rounded(medianRatio(times[name], times.officialClient)),
	]);
}

function measured(runs: SigningTimes[]): Measured {
	const [first] = runs;
	if (!first) throw new Error('Nothing was measured');
	const { times } = first;
	return {
		figures: [
			{ what: 'Signer ÷ cryptography', value: medianRatio(times.signer, times.cryptography), unit: '×', atMost: 1.3 },
			{ what: 'Signer ÷ official client', value: medianRatio(times.signer, times.officialClient), unit: '×', atMost: 0.6 },
			{ what: 'Whole credential ÷ cryptography', value: medianRatio(times.credential, times.cryptography), unit: '×' },
			{ what: 'Whole credential ÷ official client', value: medianRatio(times.credential, times.officialClient), unit: '×', atMost: 0.6 },
		],
		tables: [
			{
				title: 'One signed StartBack2BackCall',
				columns: ['', 'Runtime', 'µs', '÷ cryptography', '÷ official client'],
				rows: runs.flatMap(rowsOf),
			},
		],
		plots: [
			{
				kind: 'bars',
				file: 'signing',
				title: `One signed request (Node ${first.node})`,
				unit: 'µs',
				bars: NAMES.map((name) => ({ label: LABELS[name], value: median(times[name]), ours: name === 'signer' || name === 'credential' })),
			},
		],
	};
}

export const signing: Bench = {
	name: 'signing',
	title: 'Signing',
	async run({ quick }) {
		const pack = await packPack();
		try {
			const input: SigningInput = { packageDir: pack.packageDir, rounds: quick ? 7 : 41, signaturesPerRound: quick ? 2000 : 20_000 };
			const runs: SigningTimes[] = [];
			for (const node of new Set([n8nNode(), process.execPath])) {
				runs.push(await inChild<SigningTimes>('signingChild', input, { node }));
			}
			return measured(runs);
		} finally {
			await pack.remove();
		}
	},
};
