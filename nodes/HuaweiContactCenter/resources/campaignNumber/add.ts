import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { defineBatchAction, type BatchSettings, type Given } from '../../../common/action/action';
import { InputError } from '../../../common/vendor/errors';
import type { ISalesClient } from '../../isales/client';
import { apiVersion, campaignId, versionOf } from '../../isales/fields';
import { rowsOf, textOf } from '../../isales/rows';
import { utcText } from '../../isales/times';
import { BETWEEN_REQUESTS_MS, MOST_NUMBERS, sendTogether, type Reasons, type Row } from '../../isales/together';
import * as fields from './fields';

const own = { campaignId, called: fields.called };
const { batchId, callData, caller, customField, delayTime, priority, recycleTime, sessionId, type } = fields;
const additionalFields = { apiVersion, batchId, callData, caller, customField, delayTime, priority, recycleTime, sessionId, type };

type Customer = Given<typeof own, typeof additionalFields>;

function checkFirstEdition({ called, ...rest }: Customer): void {
	if (called.length > 1) throw new InputError("'Called Numbers' holds more than one number: the first edition of the interface takes only one");
	const label = rest.batchId === undefined ? (rest.type === undefined ? (rest.delayTime === undefined ? undefined : 'Delay') : 'Number Type') : 'Batch ID';
	if (label) throw new InputError(`'${label}' exists only in the second edition of the interface: remove it, or set 'API Version' to V2`);
}

/** The same at every try of the item; without an ID of the item, the same for the same customer. */
function generatedSession(values: Customer, itemId = JSON.stringify(values)): string {
	return createHash('sha256').update(itemId).digest('hex').slice(0, 32);
}

function rowOf(values: Customer, { timeZone }: BatchSettings, itemId: string | undefined): Row {
	const isFirst = versionOf(values.apiVersion) === 'v1';
	const session = values.sessionId ?? generatedSession(values, itemId);
	const body = {
		sessionId: session,
		called: isFirst ? values.called[0] : values.called.map((calledNo) => ({ calledNo, delayTime: values.delayTime, type: values.type })),
		caller: values.caller,
		customField: values.customField,
		recycleTime: values.recycleTime === undefined ? undefined : utcText(values.recycleTime, timeZone),
		callData: values.callData,
		priority: values.priority,
	};
	return { key: isFirst ? values.called.join() : session, numbers: values.called, body };
}

/** The vendor's IDs, which come in the order of the rows; a number tells whether that holds. */
function dataIdOf(accepted: Row[], row: Row, ids: IDataObject[]): string | undefined {
	const isAbout = (found: IDataObject | undefined) => found !== undefined && row.numbers.some((number) => JSON.stringify(found.called ?? '').includes(number));
	const inOrder = ids.length === accepted.length ? ids[accepted.indexOf(row)] : undefined;
	return textOf((isAbout(inOrder) ? inOrder : ids.find(isAbout))?.dataId);
}

function resultOf(row: Row, reasons: Reasons, accepted: Row[], ids: IDataObject[]): IDataObject {
	const known = { called: row.numbers.join(','), sessionId: (row.body as IDataObject).sessionId };
	const reason = reasons.get(row);
	if (reason !== undefined) return { ...known, accepted: false, reason };
	const found = dataIdOf(accepted, row, ids);
	return { ...known, accepted: true, ...(found === undefined ? {} : { dataId: found }) };
}

async function addTogether(client: ISalesClient, customers: Customer[], settings: BatchSettings): Promise<IDataObject[]> {
	const [first] = customers;
	const rows = customers.map((values, index) => rowOf(values, settings, settings.itemIds?.[index]));
	const { answer, reasons } = await sendTogether(
		{
			client,
			ifListed: 'The number is on the block list of the contact center, so nobody was called',
			canceled: settings.canceled,
			send: async (open) =>
				await client({
					version: versionOf(first?.apiVersion),
					method: 'POST',
					path: `/calldata/${first?.campaignId}`,
					body: { callDataList: open.map(({ body }) => body), batchId: first?.batchId },
				}),
		},
		rows,
	);
	const accepted = rows.filter((row) => !reasons.has(row));
	return rows.map((row) => resultOf(row, reasons, accepted, rowsOf(answer)));
}

/**
 * Many customers go out in one request; after an unknown outcome none of them is sent again. Source: "Adding Outbound Call Data"
 * (cec_07_0759, cec_07_0760).
 */
export const add = defineBatchAction<ISalesClient>()({
	operation: 'add',
	name: 'Add',
	action: 'Add campaign numbers',
	description: `Add the incoming items to a campaign as the customers to call, up to ${MOST_NUMBERS} per request and one request per second. Returns for each one whether it was accepted.`,
	effect: 'dial',
	dials: 'called',
	findBy: { campaign: 'campaignId' },
	fields: own,
	additionalFields,
	check(values) {
		if (versionOf(values.apiVersion) === 'v1') checkFirstEdition(values);
	},
	spacing: { ms: BETWEEN_REQUESTS_MS, key: (values) => `numbers of campaign ${values.campaignId}` },
	batch: {
		size: MOST_NUMBERS,
		by: (values) => JSON.stringify([values.campaignId, versionOf(values.apiVersion), values.batchId]),
		perform: addTogether,
	},
});
