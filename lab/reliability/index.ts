import { parseArgs } from 'node:util';
import type { Log } from '../../sandbox/n8n/paths';
import { writeReport } from '../report';
import { saveResult } from '../report/results';
import { agentDayCampaign } from './agentDay';
import { bodyCampaign } from './bodies';
import { callbackCampaign } from './callbacks';
import { callCampaign } from './calls';
import { cutCampaign } from './cutCampaigns';
import { onceKeysCampaign } from './onceKeys';
import { recordCampaign } from './records';
import { weekCampaign } from './rulesWeek';
import { openStage, type Stage } from './stage';
import { waitingCampaign } from './waiting';

interface Size {
	count?: number;
	seed: number;
	/** Of n8n, where there are several. */
	workers?: number;
	/** How long a campaign lasts whose clock runs fast. */
	minutes?: number;
}

type Campaign = (stage: Stage, size: Size, log: Log) => Promise<object>;

type OwnStageCampaign = (size: Size, log: Log) => Promise<object>;

/** Campaigns that bring what they need. */
const OWN_STAGE: Record<string, OwnStageCampaign> = {
	'agent-day': async ({ count = 24, seed }, log) => await agentDayCampaign({ hours: count, seed }, log),
	'cut-campaigns': async ({ count = 25_000 }, log) => ({ scenarios: await cutCampaign(log, count) }),
	'once-keys': async ({ seed }, log) => await onceKeysCampaign({ seed }, log),
	'rules-week': async ({ count = 10_000, seed, workers = 8, minutes = 15 }, log) => await weekCampaign({ customers: count, workers, minutes, seed }, log),
};

/** Campaigns against a real n8n. */
const CAMPAIGNS: Record<string, Campaign> = {
	bodies: async (stage, _, log) => await bodyCampaign(stage, log),
	callbacks: async (stage, { count = 5000, seed }, log) => await callbackCampaign(stage, { calls: count, kills: 0, seed }, log),
	'callbacks-kills': async (stage, { count = 5000, seed }, log) => await callbackCampaign(stage, { calls: count, kills: 3, seed }, log),
	calls: async (stage, { count = 10_000, seed }, log) => await callCampaign(stage, { calls: count, kills: 0, seed, sender: 'once per key' }, log),
	'calls-kills': async (stage, { count = 10_000, seed }, log) => await callCampaign(stage, { calls: count, kills: 3, seed, sender: 'once per key' }, log),
	'calls-kills-without-key': async (stage, { count = 1000, seed }, log) => await callCampaign(stage, { calls: count, kills: 3, seed, sender: 'without key' }, log),
	'calls-waiting': async (stage, { count = 500, seed }, log) => await waitingCampaign(stage, { calls: count, kills: 0, seed }, log),
	'calls-waiting-kills': async (stage, { count = 500, seed }, log) => await waitingCampaign(stage, { calls: count, kills: 3, seed }, log),
	'two-party-calls-kills': async (stage, { count = 1000, seed }, log) => await callCampaign(stage, { calls: count, kills: 3, seed, sender: 'two-party calls' }, log),
	'records-kills': async (stage, { count = 10_000, seed }, log) => await recordCampaign(stage, { records: count, kills: 3, seed }, log),
	'calls-http-request': async (stage, { count = 1000, seed }, log) => await callCampaign(stage, { calls: count, kills: 0, seed, sender: 'HTTP Request' }, log),
};

const ALL = [...Object.keys(OWN_STAGE), ...Object.keys(CAMPAIGNS)];

async function run(name: string, size: Size, log: Log): Promise<object> {
	const [ownStage, campaign] = [OWN_STAGE[name], CAMPAIGNS[name]];
	if (ownStage) return await ownStage(size, log);
	if (!campaign) throw new Error(`There is no campaign "${name}". Choose from ${ALL.join(', ')}`);
	const stage = await openStage(log);
	try {
		return await campaign(stage, size, log);
	} finally {
		await stage.close();
	}
}

/**
 * `npm run reliability -- --save`: runs all campaigns, each against a real n8n of its own, and some with a PostgreSQL. The
 * findings go to lab/results and into docs/reliability.md. rules-week also needs a Redis, and takes `--workers` and `--minutes`. `npm run reliability -- calls-kills --count 500 --seed 7` runs a smaller one of them and prints the
 * findings. `-- --report` writes the page and draws the plots from the saved findings.
 */
export async function runCampaigns(args: string[]): Promise<void> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			count: { type: 'string' },
			seed: { type: 'string', default: '1' },
			workers: { type: 'string' },
			minutes: { type: 'string' },
			save: { type: 'boolean' },
			report: { type: 'boolean' },
		},
	});
	if (values.report) return await writeReport();
	const given = (value: string | undefined) => (value === undefined ? undefined : Number(value));
	const { count, workers, minutes, seed } = values;
	const size = { count: given(count), workers: given(workers), minutes: given(minutes), seed: Number(seed) };
	const log = (line: string) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
	for (const name of positionals.length > 0 ? positionals : ALL) {
		log(`Campaign ${name}`);
		const findings = await run(name, size, log);
		process.stdout.write(`${JSON.stringify(findings, null, '\t')}\n`);
		if (values.save) saveResult(name, findings);
		log(`Campaign ${name} has ended`);
	}
	if (values.save) await writeReport();
}
