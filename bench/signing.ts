import { packPack } from '../scripts/pack';
import type { Bench, Measured } from './bench';
import { inChild, n8nNode } from './child';
import type { CaseName, SigningInput, SigningTimes } from './signingChild';
import { median, medianRatio, rounded } from './stats';

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
	method: `The compiled code of the packed tarball signs a \`StartBack2BackCall\` with four parameters and an empty body, in a process of its own: 41 rounds of 20,000 signatures per signer, the signers in turn within each round, after a warm-up; the ratios are medians over the rounds. Before that, both signers must give the same signature for the same request.

*Cryptography* is what no signer can do without, each in the fastest form Node has: a nonce (\`randomUUID\`), one SHA-256 of the finished canonical request (\`hash\`), one HMAC-SHA256 (\`createHmac\`). *The signer* is \`signV3\`, from a request to its headers. *The credential* is what n8n calls for each request: reading the address and headers it was given, sorting and encoding the query, the signer, and the options for n8n's HTTP helper. *The official client* is what \`@alicloud/openapi-core\` does in \`doRequest\` between the parameters and the finished headers.`,
	limits: `Two thirds of the time go into OpenSSL. The rest is making strings: the date, the canonical request, the header. One HTTP request through n8n takes about a hundred times as long, so signing doesn't show in any batch.`,
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
