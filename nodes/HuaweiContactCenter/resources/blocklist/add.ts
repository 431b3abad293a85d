import type { IDataObject } from 'n8n-workflow';
import { defineBatchAction, type Given } from '../../../common/action/action';
import { choice, text, wholeNumber } from '../../../common/action/fields';
import { dateTime } from '../../../common/action/dateTime';
import { InputError } from '../../../common/vendor/errors';
import type { ISalesClient } from '../../isales/client';
import { utcText } from '../../isales/times';
import { MOST_NUMBERS } from '../../isales/together';
import { addTogether } from './addTogether';
import { blocklistNo } from './fields';

const PERIODS = { hour: 0, day: 1 } as const;

const additionalFields = {
	relCategoryId: text({ displayName: 'Group ID', description: 'The group of the block list', example: '3' }),
	restrictPeriod: choice({
		displayName: 'Limit Per',
		description: 'The period that the limit counts in',
		default: 'day',
		choices: [
			{ name: 'Day', value: 'day' },
			{ name: 'Hour', value: 'hour' },
		],
	}),
	restrictTimes: wholeNumber({ displayName: 'Limit', description: 'How many calls are still allowed in the period; without it, the number is not called at all', default: 1, min: 1, max: 100 }),
	typeId: text({ displayName: 'Type ID', description: 'The type of the entry', example: '1' }),
	validityExpirationTime: dateTime({ displayName: 'Valid Until', description: 'When the entry ends; it counts more than the hours' }),
	validityTime: wholeNumber({ displayName: 'Valid For (Hours)', description: 'How many hours the entry lasts; without it and an end, for good', default: 24, min: 1, max: 120, unit: 'hours' }),
};

type Entry = Given<{ blocklistNo: typeof blocklistNo }, typeof additionalFields>;

function settingsOf(entry: Entry | undefined, timeZone: string): IDataObject {
	const { restrictPeriod, restrictTimes, validityTime, validityExpirationTime, relCategoryId, typeId } = entry ?? {};
	return {
		relCategoryId,
		typeId,
		restrictTimes,
		restrictPeriod: restrictTimes === undefined ? undefined : PERIODS[(restrictPeriod ?? 'day') as keyof typeof PERIODS],
		validityTime,
		validityExpirationTime: validityExpirationTime === undefined ? undefined : utcText(validityExpirationTime, timeZone),
	};
}

/** The vendor adds none of the numbers if one is listed already. Source: "Adding to the Block List" (cec_07_0744). */
export const add = defineBatchAction<ISalesClient>()({
	operation: 'add',
	name: 'Add',
	action: 'Add blocklist numbers',
	description: `Keep campaigns from calling the numbers of the incoming items, or limit how often they may, up to ${MOST_NUMBERS} in one request. Returns for each one whether it was added.`,
	effect: 'change',
	fields: { blocklistNo },
	additionalFields,
	check(values) {
		if (values.restrictPeriod !== undefined && values.restrictTimes === undefined) throw new InputError("'Limit Per' needs 'Limit': add how many calls are allowed, or remove it");
	},
	batch: {
		size: MOST_NUMBERS,
		by: ({ blocklistNo: _number, ...settings }) => JSON.stringify(settings),
		async perform(client, entries, { timeZone, canceled }) {
			const numbers = entries.map((entry) => entry.blocklistNo);
			const refusals = await addTogether(client, numbers, settingsOf(entries[0], timeZone), canceled);
			return numbers.map((number, index) => {
				const { reason } = refusals[index] ?? {};
				return { blocklistNo: number, accepted: reason === undefined, ...(reason === undefined ? {} : { reason }) };
			});
		},
	},
});
