import { answer } from './child';
import { signingCases, type SigningCases } from './signingCases';

export interface SigningInput {
	packageDir: string;
	rounds: number;
	signaturesPerRound: number;
}

export type CaseName = keyof SigningCases;

/** Microseconds per signature, round by round. */
export interface SigningTimes {
	node: string;
	times: Record<CaseName, number[]>;
}

async function timed(signature: () => unknown, count: number): Promise<number> {
	const start = process.hrtime.bigint();
	for (let i = 0; i < count; i++) {
		const pending = signature();
		if (pending instanceof Promise) await pending;
	}
	return Number(process.hrtime.bigint() - start) / 1000 / count;
}

void answer(async ({ packageDir, rounds, signaturesPerRound }: SigningInput): Promise<SigningTimes> => {
	const cases = signingCases(packageDir);
	const names = Object.keys(cases) as CaseName[];
	const times: SigningTimes['times'] = { cryptography: [], signer: [], credential: [], officialClient: [] };
	for (const name of names) await timed(cases[name], signaturesPerRound * 5);
	for (let round = 0; round < rounds; round++) {
		for (const name of names) times[name].push(await timed(cases[name], signaturesPerRound));
	}
	return { node: process.versions.node, times };
});
