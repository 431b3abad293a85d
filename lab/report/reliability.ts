import type { FuzzFigures } from '../fuzz/figures';
import type { AgentDayFindings } from '../reliability/agentDayFindings';
import type { BodyFindings } from '../reliability/bodies';
import { OUTCOMES, type CallFindings } from '../reliability/callFindings';
import type { CallbackFindings } from '../reliability/callbackFindings';
import type { CutFindings } from '../reliability/cutFindings';
import type { OnceKeysCampaign, ScenarioFindings } from '../reliability/onceKeys';
import type { RecordFindings } from '../reliability/recordFindings';
import type { WeekFindings } from '../reliability/rulesWeek/findings';
import type { WaitingFindings } from '../reliability/waitingFindings';
import { fillIn, writePlot } from './document';
import { callbackPlot, faultPlot } from './reliabilityPlots';
import { savedResult } from './results';
import { markdownTable } from './table';

const number = (value: number) => value.toLocaleString('en');

/** A row per measure, a column per campaign that has been run. */
function table<T>(campaigns: Array<T | undefined>, head: (campaign: T) => string, rows: Array<[string, (campaign: T) => number | string]>): string {
	const run = campaigns.filter((campaign) => campaign !== undefined);
	if (run.length === 0) return 'Not measured yet.';
	return markdownTable({
		title: '',
		columns: ['', ...run.map(head)],
		rows: rows.map(([label, read]) => [label, ...run.map(read)]),
	});
}

const tallied = (counts: Record<string, number>) => Object.entries(counts).map(([name, times]) => `${name}: ${number(times)}`).join(' · ');

const kills = ({ kills: times }: { kills: number }) => (times === 0 ? 'no kills' : `${times} kills`);

function fuzzTable(): string {
	return table([savedResult<FuzzFigures>('fuzz')], ({ seed }) => `seed ${seed}`, [
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
	return table([savedResult<BodyFindings>('bodies')], () => 'real n8n', [
		['requests', ({ requests }) => requests],
		['answers', ({ answers }) => tallied(answers)],
		['**neither 200 nor 4xx**', ({ unclear }) => unclear.length],
		['slowest answer, ms', ({ slowestMs }) => slowestMs],
		['takes callbacks afterwards', ({ alive }) => (alive ? 'yes' : 'no')],
	]);
}

function callbackTable(): string {
	return table([savedResult<CallbackFindings>('callbacks'), savedResult<CallbackFindings>('callbacks-kills')], kills, [
		['calls reported', ({ calls }) => calls],
		['of these, delivered two to five times', ({ repeatedCalls }) => repeatedCalls],
		['HTTP requests', ({ requests }) => requests],
		['answers', ({ answers }) => tallied(answers)],
		['deliveries given up by Baiying', ({ givenUp }) => givenUp],
		['runs', ({ runsByStatus }) => tallied(runsByStatus)],
		['**calls without a run**', ({ callsWithoutRun }) => callsWithoutRun],
		['calls whose only run was interrupted by a kill', ({ callsOnlyInterrupted }) => callsOnlyInterrupted],
		['**calls with a second run**', ({ callsWithSecondRun }) => callsWithSecondRun],
		['of these, without a kill in between', ({ callsWithSecondRunOfOneProcess }) => callsWithSecondRunOfOneProcess],
		['seconds', ({ seconds }) => seconds],
	]);
}

function callTable(...names: string[]): string {
	return table(names.map((name) => savedResult<CallFindings>(name)), kills, [
		['customers', ({ calls }) => calls],
		['requests at the vendor', ({ requests }) => requests],
		['calls placed', ({ callsPlaced }) => callsPlaced],
		['**customers called twice**', ({ calledTwice }) => calledTwice],
		['**phones that rang twice**', ({ phonesRungTwice }) => phonesRungTwice],
		['executions', ({ executionsByStatus }) => tallied(executionsByStatus)],
		...OUTCOMES.map((outcome): [string, (campaign: CallFindings) => number] => [`items ${outcome}`, ({ outcomes }) => outcomes[outcome]]),
		['**items without an outcome**', ({ itemsWithoutOutcome }) => itemsWithoutOutcome],
		['**sent without a trustworthy answer, but not reported as unknown**', ({ unknownMissing }) => unknownMissing],
		['**reported as unknown, but answered or never sent**', ({ unknownWrong }) => unknownWrong],
		['**reported wrongly in another way**', ({ toldWrongly }) => toldWrongly],
		['skipped, and called by the interrupted execution', ({ skippedCalled }) => skippedCalled],
		['skipped, and never called', ({ skippedNeverCalled }) => skippedNeverCalled],
		['seconds', ({ seconds }) => seconds],
	]);
}

function waitingTable(): string {
	return table([savedResult<WaitingFindings>('calls-waiting'), savedResult<WaitingFindings>('calls-waiting-kills')], kills, [
		['customers', ({ calls }) => calls],
		['calls placed', ({ callsPlaced }) => callsPlaced],
		['**phones that rang twice**', ({ phonesRungTwice }) => phonesRungTwice],
		['items of the execution that ended', ({ outcomes }) => tallied(outcomes)],
		['seconds', ({ seconds }) => seconds],
		['seconds without any gap between calls', ({ idealSeconds, kills: times }) => (times === 0 ? idealSeconds : '–')],
		['**times the time without gaps**', ({ timesIdeal, kills: times }) => (times === 0 ? timesIdeal : '–')],
		['requests for the ends of calls', ({ polls }) => polls],
		['**these per second**', ({ pollsPerSecond }) => pollsPerSecond],
		['most of these within ten seconds', ({ mostPollsInTenSeconds }) => mostPollsInTenSeconds],
		['requests for the record of a call that had ended', ({ recordsRead }) => recordsRead],
	]);
}

function cutTable(): string {
	const name = ({ customers, isPartial }: CutFindings) => `${number(customers)} customers${isPartial ? ', one of them rejected' : ''}`;
	return table(savedResult<{ scenarios: CutFindings[] }>('cut-campaigns')?.scenarios ?? [], name, [
		['requests of a campaign', ({ requests }) => requests],
		['campaigns, each with another request cut', ({ runs }) => runs],
		['started with everybody', ({ started, startedIncomplete }) => started - startedIncomplete],
		['not started, and failed with an error', ({ stopped, unclear }) => stopped - unclear],
		['**a second job, or a second start**', ({ doneTwice }) => doneTwice],
		['**customers imported twice**', ({ importedTwice }) => importedTwice],
		['**started without everybody**', ({ startedIncomplete }) => startedIncomplete],
		['**phones that rang for a job that was not to start**', ({ rangForStopped }) => rangForStopped],
		['**errors that do not name the job that exists**', ({ untold }) => untold],
		['seconds', ({ seconds }) => seconds],
	]);
}

function recordTable(): string {
	return table([savedResult<RecordFindings>('records-kills')], kills, [
		['call records', ({ records }) => records],
		['runs', ({ runsByStatus }) => tallied(runsByStatus)],
		['**records without a run**', ({ recordsWithoutRun }) => recordsWithoutRun],
		['**records with a second run**', ({ recordsWithSecondRun }) => recordsWithSecondRun],
		['**runs of calls that never took place**', ({ strangeRuns }) => strangeRuns],
		['records whose run was interrupted by a kill', ({ recordsInterrupted }) => recordsInterrupted],
		['seconds', ({ seconds }) => seconds],
	]);
}

function weekTable(): string {
	return table([savedResult<WeekFindings>('rules-week')], ({ workers, kills: times }) => `${workers} workers, ${times} kills`, [
		['customers', ({ customers }) => customers],
		['attempts to call them', ({ attempts }) => attempts],
		['times as fast as any clock', ({ speed }) => Math.round(speed)],
		['requests for calls at the vendor', ({ requests }) => requests],
		['calls placed', ({ callsPlaced }) => callsPlaced],
		['customers called', ({ customersCalled }) => customersCalled],
		['**requests outside the hours**', ({ outsideHours }) => outsideHours],
		['**requests for numbers on the do-not-call list**', ({ onDoNotCallList }) => onDoNotCallList],
		['**customers called twice in a day**', ({ aboveDayLimit }) => aboveDayLimit],
		['**customers called more than three times in a week**', ({ aboveWeekLimit }) => aboveWeekLimit],
		['**customers called again before the gap was over**', ({ belowGap }) => belowGap],
		['shortest time between two calls to a customer, hours', ({ shortestGapHours }) => shortestGapHours],
		['**keys under which a phone rang twice**', ({ keysRungTwice }) => keysRungTwice],
		['requests signed within a second after the hours', ({ signedAfterHours }) => signedAfterHours],
		['of these, the latest: real ms after the hours', ({ latestAfterHoursMs }) => latestAfterHoursMs],
		['executions', ({ executionsByStatus }) => tallied(executionsByStatus)],
		['batches broken off by a kill and started again', ({ batchesBrokenOff }) => batchesBrokenOff],
		...OUTCOMES.map((outcome): [string, (campaign: WeekFindings) => number] => [`attempts ${outcome}`, ({ outcomes }) => outcomes[outcome]]),
		['verdicts of those skipped', ({ verdicts }) => tallied(verdicts)],
		['**attempts without an outcome**', ({ attemptsWithoutOutcome }) => attemptsWithoutOutcome],
		['**reported otherwise than it happened**', ({ toldWrongly }) => toldWrongly],
		['**skipped without a verdict**', ({ skippedWithoutVerdict }) => skippedWithoutVerdict],
		['**skipped without a reason**', ({ skippedWithoutReason }) => skippedWithoutReason],
		['**skipped without the next moment, where there is one**', ({ skippedWithoutNextAllowedAt }) => skippedWithoutNextAllowedAt],
		['**next moments outside the hours**', ({ nextAllowedAtOutsideHours }) => nextAllowedAtOutsideHours],
		['**next moments that a limit or the gap forbids**', ({ nextAllowedAtForbidden }) => nextAllowedAtForbidden],
		['skipped although the rules allowed the call: after a kill', ({ skippedAfterKill }) => skippedAfterKill],
		['skipped although the rules allowed the call: beside another attempt', ({ skippedBesideOther }) => skippedBesideOther],
		['**skipped although the rules allowed the call: without either**', ({ skippedUnexplained }) => skippedUnexplained],
		['seconds', ({ seconds }) => seconds],
	]);
}

function agentDayTable(): string {
	return table([savedResult<AgentDayFindings>('agent-day')], ({ hours }) => `${hours} hours`, [
		['events', ({ events }) => events],
		['restarts of the gateway', ({ restarts }) => restarts],
		['sessions taken over', ({ takeOvers }) => takeOvers],
		['events that started one run', ({ heardOnce }) => heardOnce],
		['**events that started two**', ({ heardTwice }) => heardTwice],
		['**events out of order**', ({ outOfOrder }) => outOfOrder],
		['events without a run, in a gap that the trigger stated', ({ missingInStatedGap }) => missingInStatedGap],
		['**events without a run, outside any stated gap**', ({ missingUnstated }) => missingUnstated],
		['gaps stated', ({ gapsStated }) => gapsStated],
		['minutes of the day in a stated gap', ({ gapMinutes }) => gapMinutes],
		['failed executions about the session that was taken over', ({ takeOversStated }) => takeOversStated],
		['sign-ins, the other person included', ({ signIns }) => signIns],
		['most polls at a time', ({ mostPollsAtOnce }) => mostPollsAtOnce],
		['**polls after the end**', ({ pollsLeaked }) => pollsLeaked],
		['seconds', ({ seconds }) => seconds],
	]);
}

function senderTable(): string {
	const campaigns = ['calls-kills', 'calls-kills-without-key', 'calls-http-request'].map((name) => savedResult<CallFindings>(name));
	return table(campaigns, (campaign) => `${campaign.sender}, ${kills(campaign)}`, [
		['customers', ({ calls }) => calls],
		['calls placed', ({ callsPlaced }) => callsPlaced],
		['**customers called twice**', ({ calledTwice }) => calledTwice],
		['most calls to one customer', ({ mostCalls }) => mostCalls],
	]);
}

function onceKeysTable(kind: RegExp): string {
	const scenarios = savedResult<OnceKeysCampaign>('once-keys')?.scenarios.filter(({ scenario }) => kind.test(scenario)) ?? [];
	const rows: Array<[string, (campaign: ScenarioFindings) => number | string]> = [
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
		['keys per second', ({ keysPerSecond, interrupted }) => (interrupted > 0 ? '–' : keysPerSecond)],
	];
	// What a table is not about is left out, except for the promises.
	const telling = rows.filter(([label, read]) => label.startsWith('**') || scenarios.some((scenario) => read(scenario) !== 0));
	return table(scenarios, ({ scenario }) => scenario, telling);
}

function onceKeysCostTable(): string {
	return table(savedResult<OnceKeysCampaign>('once-keys')?.costs ?? [], ({ remembered }) => `${number(remembered)} keys remembered`, [
		['one call after another: median, ms', ({ medianMs }) => medianMs],
		['one call after another: 99th percentile, ms', ({ p99Ms }) => p99Ms],
		['ten calls in parallel: mean, ms', ({ batchMs }) => batchMs],
	]);
}

function onceKeysTables(): Record<string, string> {
	return {
		'once-keys-plain': onceKeysTable(/^(different|the same) keys/),
		'once-keys-trouble': onceKeysTable(/refused|kills|slow|broken|down/),
		'once-keys-cost': onceKeysCostTable(),
	};
}

/** Puts the saved results into docs/reliability.md and docs/plots. */
export async function writeReliability(): Promise<void> {
	const tables = { fuzz: fuzzTable(), bodies: bodyTable(), callbacks: callbackTable(), calls: callTable('calls', 'calls-kills'), 'two-party-calls': callTable('two-party-calls-kills'), senders: senderTable(), waiting: waitingTable(), records: recordTable(), 'agent-day': agentDayTable(), 'cut-campaigns': cutTable(), 'rules-week': weekTable() };
	fillIn('reliability.md', { ...tables, ...onceKeysTables() });
	const [callbacks, calls] = [savedResult<CallbackFindings>('callbacks-kills'), savedResult<CallFindings>('calls-kills')];
	if (callbacks) writePlot('callbacks', await callbackPlot(callbacks));
	if (calls) writePlot('call-faults', await faultPlot(calls));
}
