import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFacts } from '../catalogue/facts';
import type { Resource } from '../nodes/common/action/resource';
import { CALL_RESULTS, TRY_AGAIN, type CallResult, type ResultRow } from '../nodes/common/vendor/callResult';
import { resources as alibaba } from '../nodes/AlibabaCloudCallCenter/resources';
import { RESULTS as alibabaResults } from '../nodes/AlibabaCloudCallCenter/resources/callRecord/callResult';
import { RESULTS as baiyingResults } from '../nodes/Baiying/callback/callResult';
import { sentBy } from '../nodes/AlibabaCloudCallCenter/resources/vendorAction';
import { readAiccFacts } from '../catalogue/aiccFacts';
import { readBaiyingFacts, type Api } from '../catalogue/baiyingFacts';
import { resources as baiying } from '../nodes/Baiying/resources';
import { CALL_RESULTS_BY_REASON } from '../nodes/HuaweiContactCenter/aicc/callResult';
import { OPERATIONS } from '../nodes/HuaweiContactCenter/aicc/operations';
import { NOTIFICATION_RESULTS, TWO_PARTY_RESULTS } from '../nodes/HuaweiContactCenter/callback/callResult';
import { RESULTS as huaweiCampaignResults } from '../nodes/HuaweiContactCenter/isales/results';
import { resources as huawei } from '../nodes/HuaweiContactCenter/resources';
import { RESULTS as huaweiCallResults } from '../nodes/HuaweiContactCenter/resources/call/callResult';
import { behaves } from '../sandbox/alibaba/actions';
import { behavesAtBaiying } from '../sandbox/baiying';
import { behavesAtAicc } from '../sandbox/huawei/aicc';
import { BAIYING_OPERATIONS } from './baiyingOperations';
import { examplesPage } from './examplesPage';
import { byName, GENERATED, table } from './page';

/** `npm run docs` writes the pages that list what the nodes can do. A test fails when one of them is out of date. */

const DOCS = join(__dirname, '..', 'docs');

const EFFECTS = {
	read: 'reads; repeated when no answer comes',
	change: 'changes something; sent at most once',
	dial: 'can ring a phone; sent at most once, also with Retry on Fail',
};

function resourceSection({ name, actions }: Resource): string {
	const rows = [...actions].sort(byName).map((action) => [action.action, `\`${action.operation}\``, action.effect, action.description]);
	return `### ${name}\n\n${table(['operation', 'value', 'effect', 'what it does'], rows)}`;
}

function nodeSection(title: string, resources: Resource[]): string {
	const count = resources.reduce((sum, { actions }) => sum + actions.length, 0);
	return [`## ${title}`, `${count} operations.`, ...[...resources].sort(byName).map(resourceSection)].join('\n\n');
}

/** docs/operations.md: every operation in the editor's words. */
function operationsPage(): string {
	const effects = Object.entries(EFFECTS).map(([effect, meaning]) => `* **${effect}** ${meaning}`);
	return [
		GENERATED,
		'# Operations',
		'What each operation does, and what the node may do about a request that fails:',
		effects.join('\n'),
		nodeSection('Alibaba Cloud Call Center', alibaba),
		nodeSection('Baiying', baiying),
		nodeSection('Huawei Contact Center', huawei),
		'',
	].join('\n\n');
}

/** What the documents at hand say about one of Baiying's APIs. */
function baiyingCoverage(api: Api, title: string): string {
	const facts = readBaiyingFacts(api).sort(byName);
	const rows = facts.map(({ name, purpose }) => [
		`\`${name}\``,
		(BAIYING_OPERATIONS[name] ?? []).join(', '),
		behavesAtBaiying(api, name) ? 'behaves' : 'shape only',
		purpose,
	]);
	const covered = facts.filter(({ name }) => BAIYING_OPERATIONS[name]).length;
	const summary = `Of the ${facts.length} operations that are known, ${covered} are used by an operation of the node. *Send API request* reaches all of them.`;
	return [`# ${title}`, summary, table(['operation of Baiying', 'operation', 'sandbox', 'purpose'], rows)].join('\n\n');
}

/** The interfaces of Huawei that need no agent. */
function aiccCoverage(): string {
	const rows = readAiccFacts().map(({ name, path, purpose }) => [`\`${path}\``, Object.hasOwn(OPERATIONS, name) ? 'yes' : '', behavesAtAicc(name) ? 'behaves' : 'shape only', purpose]);
	const summary = 'The interfaces for an app key that operations of the node use. *Send API request* reaches the others.';
	return ["# Coverage of Huawei's interfaces without an agent", summary, table(['path', 'operation', 'sandbox', 'purpose'], rows)].join('\n\n');
}

/** docs/coverage.md: every action of the vendor's API, the operation that sends it, and what the sandbox knows of it. */
function coveragePage(): string {
	const operations = new Map(alibaba.flatMap(({ value, actions }) => actions.map((action) => [sentBy(action), `${value} / ${action.operation}`])));
	const facts = readFacts().sort(byName);
	const rows = facts.map(({ name, purpose }) => [name, operations.get(name) ?? '', behaves(name) ? 'behaves' : 'shape only', purpose]);
	const covered = facts.filter(({ name }) => operations.has(name)).length;
	return [
		GENERATED,
		'# Coverage of Alibaba Cloud Call Center',
		`The API of version 2020-07-01 has ${facts.length} actions. ${covered} of them have an operation of their own. *Send API request* can send all of them.`,
		'In the sandbox, an action that **behaves** has a life of its own: a call rings, is answered and ends. **Shape only** means that the request is checked against the description of the API, and that the answer has the documented shape, with the values of the request in it. It remembers nothing.',
		table(['action', 'operation', 'sandbox', 'purpose'], rows),
		baiyingCoverage('openPlatform', "Coverage of Baiying's open platform"),
		baiyingCoverage('hmac', "Coverage of Baiying's older API (HMAC)"),
		aiccCoverage(),
		'',
	].join('\n\n');
}

function resultsSection(title: string, introduction: string, rows: ResultRow[]): string {
	const lines = rows.map(({ says, callResult, tryAgain = TRY_AGAIN[callResult], source }) => {
		const words = Object.entries(says).map(([field, word]) => `\`${field}\` ${word}`);
		return [words.join(', '), `\`${callResult}\``, tryAgain, source];
	});
	return [`## ${title}`, introduction, table(['the vendor says', '`callResult`', '`tryAgain`', 'source'], lines)].join('\n\n');
}

/** docs/call-results.md: what the words of the vendors mean in `callResult` and `tryAgain`. */
function callResultsPage(): string {
	const results = Object.entries(CALL_RESULTS).map(([result, meaning]) => [`\`${result}\``, TRY_AGAIN[result as CallResult], meaning]);
	return [
		GENERATED,
		'# Call results',
		"The output of a call that has ended holds `callResult`, in the same words at every vendor, and `tryAgain`: `never`, `later` (after hours or on another day) or `soon` (after minutes). The vendor's own words stay beside them.",
		table(['`callResult`', '`tryAgain`', 'meaning'], results),
		'In the tables of the vendors, the first line that fits counts. What no line explains is `unknown`.',
		resultsSection(
			'Alibaba Cloud Call Center',
			'Of `releaseReason`, the SIP code at its beginning counts. Sources: the pages of `GetCallDetailRecord` and `ListCallDetailRecordsV2` at api.aliyun.com/document/CCC/2020-07-01, and RFC 3261, section 21, to which they refer for the release reason.',
			alibabaResults,
		),
		resultsSection(
			'Baiying',
			'Of calls by the robot and calls to it. Sources: the table of finished call statuses at api.byrobot.cn/doc/v2, and for 12, 23 and 25 open.byai.com/v2/event-callbacks/call-instance.html. Baiying gives each number a name and no more.',
			baiyingResults,
		),
		resultsSection(
			'Huawei Contact Center: agent calls',
			'The events of a call count, and the code `detect` of the event OUTBOUND_DETECT_EVENT. Huawei does not publish its table of these codes, so most calls that fail are `unknown`; the words of the network are in `failureReason`. Sources: the pages of the events at support.huaweicloud.com/intl/en-us/api-cec.',
			huaweiCallResults,
		),
		resultsSection(
			'Huawei Contact Center: two-party calls',
			'In call records, states and the output of *Create two party call*. Sources: the pages of `queryCallState` and `queryCallDetailRecord` (cec_07_1306 and cec_07_1305 at support.huaweicloud.com/api-ccfs-cec).',
			CALL_RESULTS_BY_REASON,
		),
		resultsSection('Huawei Contact Center: callbacks of two-party calls', 'Source: the page of the hang-up event (cec_07_1319 at support.huaweicloud.com/api-ccfs-cec).', TWO_PARTY_RESULTS),
		resultsSection('Huawei Contact Center: callbacks of voice notifications', 'Source: the page of the release event (cec_07_2805 at support.huaweicloud.com/api-ccfs-cec).', NOTIFICATION_RESULTS),
		resultsSection(
			'Huawei Contact Center: campaigns',
			'Sources: the pages at support.huaweicloud.com/api-ccfs-cec. `callStatus` 5 is a call that failed, and `failCode` says why. It says of 00531 and 00551 that the customer hung up, but not whether that was before the call was answered, so they stay `unknown`.',
			huaweiCampaignResults,
		),
		'',
	].join('\n\n');
}

const PAGES: Record<string, () => string> = {
	'operations.md': operationsPage,
	'coverage.md': coveragePage,
	'call-results.md': callResultsPage,
	'examples.md': examplesPage,
};

/** The pages whose file differs from what the code says. */
export function stalePages(): string[] {
	return Object.entries(PAGES).flatMap(([file, page]) => (readPage(file) === page() ? [] : [file]));
}

function readPage(file: string): string {
	try {
		return readFileSync(join(DOCS, file), 'utf8');
	} catch {
		return '';
	}
}

if (require.main === module) {
	for (const [file, page] of Object.entries(PAGES)) writeFileSync(join(DOCS, file), page());
}
