import type { World } from '../../world';
import type { ISalesVersion } from '../../../catalogue/huaweiISalesFacts';
import type { Blocklist } from './blocklist';
import { timeOf, type Campaign, type Customer } from './campaign';
import { ISalesError, parameterError } from './errors';

const MOST = 20;
const NUMBER = /^[0-9*#]{1,24}$/;
const PUNCTUATION = /[^\p{L}\p{N}\s_-]/u;

interface NumberRow {
	sessionId?: string;
	called: string | Array<{ calledNo: string; delayTime?: number }>;
	customField?: string;
	recycleTime?: string;
	callData?: string;
	priority?: number;
}

const KNOWN = ['sessionId', 'called', 'caller', 'customField', 'recycleTime', 'callData', 'priority'];

function numbersOf({ called }: NumberRow, version: ISalesVersion): Customer['numbers'] {
	if (version === 'v1') {
		if (typeof called !== 'string') throw parameterError('called must be a string');
		return [{ calledNo: called, delayTime: 0 }];
	}
	if (!Array.isArray(called)) throw parameterError('called must be a list');
	return called.map(({ calledNo, delayTime = 0 }) => ({ calledNo, delayTime }));
}

function checkRow(row: NumberRow, numbers: Customer['numbers']): void {
	const unknown = Object.keys(row).find((name) => !KNOWN.includes(name));
	if (unknown) throw parameterError(`${unknown} is not known`);
	const wrong = numbers.find(({ calledNo }) => !NUMBER.test(calledNo));
	if (wrong) throw parameterError(`called: ${wrong.calledNo} is not a number`);
	if ((row.sessionId ?? '').length > 32) throw new ISalesError('02000004', 'sessionId is too long');
	if (PUNCTUATION.test(row.customField ?? '')) throw new ISalesError('02000002', 'customField has special characters');
	if ((row.callData ?? '').length > 1024) throw new ISalesError('02000004', 'callData is too long');
}

function checkTwice(rows: Array<{ row: NumberRow; numbers: Customer['numbers'] }>, version: ISalesVersion): void {
	const keys = rows.map(({ row, numbers }) => (version === 'v1' ? (numbers[0]?.calledNo ?? '') : (row.sessionId ?? '')));
	if (keys.some((key, index) => key !== '' && keys.indexOf(key) < index)) throw parameterError('callDataList: a number is repeated');
}

interface Taking {
	world: World;
	campaign: Campaign;
	blocklist: Blocklist;
	version: ISalesVersion;
	nextDataId(): string;
}

/** Takes customers into a campaign, all of the rows or none. @returns their IDs, as the vendor answers them */
export function takeNumbers({ world, campaign, blocklist, version, nextDataId }: Taking, rows: unknown[], batchId: string | undefined): object {
	if (rows.length > MOST) throw new ISalesError('02000011', `callDataList: at most ${MOST}`);
	const checked = (rows as NumberRow[]).map((row) => {
		const numbers = numbersOf(row, version);
		checkRow(row, numbers);
		return { row, numbers };
	});
	checkTwice(checked, version);
	if (checked.some(({ numbers }) => numbers.some(({ calledNo }) => blocklist.blocks(calledNo)))) throw parameterError('callDataList: a number is in the blocklist');
	const now = world.clock.now();
	const customers = checked.map(({ row, numbers }): Customer => {
		const { sessionId = '', customField = '', priority = 3, recycleTime } = row;
		const recycleAt = recycleTime === undefined ? Infinity : timeOf(recycleTime);
		return { dataId: nextDataId(), sessionId, numbers, next: 0, batchId, customField, priority, recycleAt, dueAt: now, calling: false, retries: 0, succeeded: false };
	});
	campaign.customers.push(...customers);
	return { totalSize: customers.length, dataIdList: customers.map(({ numbers, dataId }) => ({ called: numbers[0]?.calledNo, dataId })) };
}
