import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FuzzFigures } from '../test/fuzz/figures';
import type { BodyFindings } from './bodies';
import type { CallbackFindings } from './callbackFindings';
import { OUTCOMES, type CallFindings } from './callFindings';
import type { OnceKeysCampaign, ScenarioFindings } from './onceKeys';
import { callbackPlot, faultPlot } from './plots';

const PROJECT = join(__dirname, '..');
export const RESULTS = join(__dirname, 'results');
const DOCUMENT = join(PROJECT, 'docs', 'reliability.md');
const PLOTS = join(PROJECT, 'docs', 'plots');

function result<T>(name: string): T | undefined {
	const file = join(RESULTS, `${name}.json`);
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
}

const number = (value: number) => value.toLocaleString('en');

/** A row per measure, a column per campaign that has been run. */
function table<T>(campaigns: Array<T | undefined>, head: (campaign: T) => string, rows: Array<[string, (campaign: T) => number | string]>): string {
	const run = campaigns.filter((campaign) => campaign !== undefined);
	if (run.length === 0) return 'Not measured yet.';
	const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
	const cell = (value: number | string) => (typeof value === 'number' ? number(value) : value);
	return [
		line(['', ...run.map(head)]),
		line(['---', ...run.map(() => '---:')]),
		...rows.map(([label, read]) => line([label, ...run.map((campaign) => cell(read(campaign)))])),
	].join('\n');
}

const tallied = (counts: Record<string, number>) => Object.entries(counts).map(([name, times]) => `${name}: ${number(times)}`).join(' · ');

const kills = ({ kills: times }: { kills: number }) => (times === 0 ? 'no kills' : `${times} kills`);

function fuzzTable(): string {
	return table([result<FuzzFigures>('fuzz')], ({ seed }) => `seed ${seed}`, [
		['seconds', ({ seconds }) => seconds],
		['bodies', ({ bodies }) => bodies],
		['megabytes', ({ megabytes }) => megabytes],
		['largest body, bytes', ({ largestBytes }) => largestBytes],
		['slowest body, ms', ({ slowestMs }) => slowestMs],
		['answers', ({ answers }) => tallied(answers)],
		['**broken promises**', ({ faults }) => faults],
	]);
}

function bodyTable(): string {
	return table([result<BodyFindings>('bodies')], () => 'real n8n', [
		['requests', ({ requests }) => requests],
		['answers', ({ answers }) => tallied(answers)],
		['**neither 200 nor 4xx**', ({ unclear }) => unclear.length],
		['slowest answer, ms', ({ slowestMs }) => slowestMs],
		['takes callbacks afterwards', ({ alive }) => (alive ? 'yes' : 'no')],
	]);
}

function callbackTable(): string {
	return table([result<CallbackFindings>('callbacks'), result<CallbackFindings>('callbacks-kills')], kills, [
		['calls reported', ({ calls }) => calls],
		['of them delivered two to five times', ({ repeatedCalls }) => repeatedCalls],
		['HTTP requests', ({ requests }) => requests],
		['their answers', ({ answers }) => tallied(answers)],
		['deliveries given up by Baiying', ({ givenUp }) => givenUp],
		['runs', ({ runsByStatus }) => tallied(runsByStatus)],
		['**calls without a run**', ({ callsWithoutRun }) => callsWithoutRun],
		['calls whose only run was broken off by a kill', ({ callsOnlyInterrupted }) => callsOnlyInterrupted],
		['**calls with a second run**', ({ callsWithSecondRun }) => callsWithSecondRun],
		['of them without a kill in between', ({ callsWithSecondRunOfOneProcess }) => callsWithSecondRunOfOneProcess],
		['seconds', ({ seconds }) => seconds],
	]);
}

function callTable(): string {
	return table([result<CallFindings>('calls'), result<CallFindings>('calls-kills')], kills, [
		['customers', ({ calls }) => calls],
		['requests at the vendor', ({ requests }) => requests],
		['calls placed', ({ callsPlaced }) => callsPlaced],
		['**customers called twice**', ({ calledTwice }) => calledTwice],
		['**phones that rang twice**', ({ phonesRungTwice }) => phonesRungTwice],
		['executions', ({ executionsByStatus }) => tallied(executionsByStatus)],
		...OUTCOMES.map((outcome): [string, (campaign: CallFindings) => number] => [`items ${outcome}`, ({ outcomes }) => outcomes[outcome]]),
		['**items without an outcome**', ({ itemsWithoutOutcome }) => itemsWithoutOutcome],
		['**sent without a trustworthy answer, but not told as unknown**', ({ unknownMissing }) => unknownMissing],
		['**told as unknown, but with an answer or never sent**', ({ unknownWrong }) => unknownWrong],
		['**told wrongly in another way**', ({ toldWrongly }) => toldWrongly],
		['skipped, and called by the broken-off execution', ({ skippedCalled }) => skippedCalled],
		['skipped, and never called', ({ skippedNeverCalled }) => skippedNeverCalled],
		['seconds', ({ seconds }) => seconds],
	]);
}

function senderTable(): string {
	const campaigns = ['calls-kills', 'calls-kills-without-key', 'calls-http-request'].map((name) => result<CallFindings>(name));
	return table(campaigns, (campaign) => `${campaign.sender}, ${kills(campaign)}`, [
		['customers', ({ calls }) => calls],
		['calls placed', ({ callsPlaced }) => callsPlaced],
		['**customers called twice**', ({ calledTwice }) => calledTwice],
		['the most calls that one customer got', ({ mostCalls }) => mostCalls],
	]);
}

function onceKeysTable(kind: RegExp): string {
	const scenarios = result<OnceKeysCampaign>('once-keys')?.scenarios.filter(({ scenario }) => kind.test(scenario)) ?? [];
	return table<ScenarioFindings>(scenarios, ({ scenario }) => scenario, [
		['keys', ({ keys }) => keys],
		['items that came with them', ({ items }) => items],
		['connections to the database cut', ({ cuts }) => Object.values(cuts).reduce((sum, times) => sum + times, 0)],
		['items refused by the vendor', ({ refused }) => refused],
		['items failed with `ONCE_KEY`', ({ notRecorded }) => notRecorded],
		['items broken off by a kill', ({ interrupted }) => interrupted],
		['items of executions that stopped', ({ stopped }) => stopped],
		['items skipped', ({ skipped }) => skipped],
		['keys called exactly once', ({ calledOnce }) => calledOnce],
		['**keys called twice**', ({ calledTwice }) => calledTwice],
		['**skipped, and nobody called**', ({ skippedNobodyCalled }) => skippedNobodyCalled],
		['skipped after a kill, and nobody called', ({ skippedAfterKill }) => skippedAfterKill],
		['skipped by a new execution after `ONCE_KEY`, and nobody called', ({ skippedAfterOnceKey }) => skippedAfterOnceKey],
		['**never called, although run again**', ({ neverCalled }) => neverCalled],
		['**called, but no item says so**', ({ calledUntold }) => calledUntold],
		['**used keys that were free again**', ({ freed }) => freed],
		['**items that ended in no expected way**', ({ unclear }) => unclear],
		['keys per second', ({ keysPerSecond }) => keysPerSecond],
	]);
}

function onceKeysCostTable(): string {
	return table(result<OnceKeysCampaign>('once-keys')?.costs ?? [], ({ remembered }) => `${number(remembered)} keys remembered`, [
		['one call after another: median, ms', ({ medianMs }) => medianMs],
		['one call after another: 99th percentile, ms', ({ p99Ms }) => p99Ms],
		['ten calls in parallel: mean, ms', ({ batchMs }) => batchMs],
	]);
}

function between(document: string, name: string, content: string): string {
	const pattern = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`);
	return document.replace(pattern, (_, open: string, close: string) => `${open}\n${content}\n\n${close}`);
}

/** Puts the kept results into docs/reliability.md and docs/plots. */
export function writeReport(): void {
	let document = readFileSync(DOCUMENT, 'utf8');
	document = between(document, 'fuzz', fuzzTable());
	document = between(document, 'bodies', bodyTable());
	document = between(document, 'callbacks', callbackTable());
	document = between(document, 'calls', callTable());
	document = between(document, 'senders', senderTable());
	document = between(document, 'once-keys-plain', onceKeysTable(/^(different|the same) keys/));
	document = between(document, 'once-keys-trouble', onceKeysTable(/refused|kills|slow|broken|down/));
	document = between(document, 'once-keys-cost', onceKeysCostTable());
	writeFileSync(DOCUMENT, document);
	mkdirSync(PLOTS, { recursive: true });
	const [callbacks, calls] = [result<CallbackFindings>('callbacks-kills'), result<CallFindings>('calls-kills')];
	if (callbacks) writeFileSync(join(PLOTS, 'callbacks.svg'), callbackPlot(callbacks));
	if (calls) writeFileSync(join(PLOTS, 'call-faults.svg'), faultPlot(calls));
}

export function saveResult(name: string, findings: object): void {
	mkdirSync(RESULTS, { recursive: true });
	writeFileSync(join(RESULTS, `${name}.json`), `${JSON.stringify(findings, null, '\t')}\n`);
}
