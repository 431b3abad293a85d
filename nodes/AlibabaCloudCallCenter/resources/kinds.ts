import type { IDataObject } from 'n8n-workflow';
import { defineAction, type Action, type Given, type Part, type Settings } from '../../common/action/action';
import { inEpochMs } from '../../common/action/dateTime';
import { secretsAmong, type Field, type Fields } from '../../common/action/fields';
import { limit, returnAll } from '../../common/action/paging';
import type { CccAnswer } from '../api/answer';
import { isoTime, normalize, rowsOf, withoutEmpty } from '../api/response';
import type { CccClient } from '../api/transport';
import { mostOf, readRows, type Place } from './paging';
import { effectOf, sentBy, type ActionWords } from './vendorAction';

/**
 * The kinds of actions, by the shape of the vendor's answer. An action sends the values of its fields under the vendor's names, and
 * defines only what is special about it.
 */

/**
 * The short form of a row or an object: for each name in the output, the name in the vendor's answer after `normalize`. Or one
 * function that makes all of it.
 */
export type ShortForm = Record<string, string | ((row: IDataObject) => unknown)> | ((row: IDataObject) => IDataObject);

/** A time in milliseconds since 1970 as ISO 8601. */
export function time(name: string): (row: IDataObject) => unknown {
	return (row) => isoTime(row[name]);
}

/** A value from an object inside the row, such as the city of a number. */
export function part(object: string, name: string): (row: IDataObject) => unknown {
	return (row) => (row[object] as IDataObject | undefined)?.[name];
}

/** One value from each entry of a list inside the row, such as the ID of each skill group. */
export function allOf(list: string, name: string): (row: IDataObject) => unknown {
	return (row) => (row[list] as IDataObject[] | undefined)?.map((entry) => entry[name]);
}

function shortened(row: IDataObject, { short: form, full }: Forms, { simplify }: Settings): IDataObject {
	if (!simplify || !form) return full?.(row) ?? row;
	if (typeof form === 'function') return form(row);
	const entries = Object.entries(form).map(([name, from]) => [name, typeof from === 'string' ? row[from] : from(row)]);
	return withoutEmpty(Object.fromEntries(entries) as IDataObject);
}

interface OwnDefinition<F extends Fields, A extends Fields> extends ActionWords {
	fields: F;
	additionalFields?: A;
	filters?: A;
	showOnlyFor?: Partial<Record<keyof F, Record<string, Array<string | boolean>>>>;
	check?(values: Given<F, A>): void;
	/** What is sent, if that isn't simply the values of the fields. */
	sends?(values: Given<F, A>, settings: Settings): object;
}

function sent<F extends Fields, A extends Fields>({ sends }: OwnDefinition<F, A>, values: Given<F, A>, settings: Settings): object {
	return inEpochMs(sends ? sends(values, settings) : values, settings.timeZone);
}

/** The values of the secret fields among all of the action. */
function secretsIn<F extends Fields, A extends Fields>({ fields, additionalFields, filters }: OwnDefinition<F, A>, values: object): string[] {
	return secretsAmong({ ...fields, ...additionalFields, ...filters }, values);
}

/** The object in an answer, normalized; empty if there is none. */
export function dataObject(data: unknown): IDataObject {
	const normalized = normalize(data ?? {});
	return typeof normalized === 'object' && normalized !== null && !Array.isArray(normalized) ? (normalized as IDataObject) : {};
}

/** An action of one request, whose output is made from the answer. */
function answeredBy<F extends Fields, A extends Fields>(
	definition: OwnDefinition<F, A>,
	simplify: boolean,
	output: (answer: CccAnswer, settings: Settings) => IDataObject[],
): Action<CccClient> {
	const { sends, ...rest } = definition;
	return defineAction<CccClient>()<F, A>({
		...rest,
		effect: effectOf(definition),
		simplify,
		perform: async (send, values, settings) => {
			const answer = await send(sentBy(definition), sent(definition, values, settings), secretsIn(definition, values));
			return output(answer, settings);
		},
	});
}

interface Forms {
	short?: ShortForm;
	/** The form without Simplify, if it is more than what the vendor says. */
	full?(row: IDataObject): IDataObject;
}

/** The answer is one object. */
export function objectAction<F extends Fields, A extends Fields = Record<never, never>>({ short, full, ...own }: OwnDefinition<F, A> & Forms): Action<CccClient> {
	return answeredBy(own as OwnDefinition<F, A>, short !== undefined, ({ data }, settings) => [shortened(dataObject(data), { short, full }, settings)]);
}

/** The answer is a complete list. */
export function listAction<F extends Fields, A extends Fields = Record<never, never>>({ short, full, ...own }: OwnDefinition<F, A> & Forms): Action<CccClient> {
	return answeredBy(own as OwnDefinition<F, A>, short !== undefined, ({ data }, settings) => rowsOf(data).map((row) => shortened(row, { short, full }, settings)));
}

interface ValueDefinition {
	/** The name that the value has in the output. */
	result: string;
	/** What becomes of the vendor's value; `normalize` by default. */
	read?(value: unknown): unknown;
}

/** The answer is one value, which the output holds under the given name. */
export function valueAction<F extends Fields, A extends Fields = Record<never, never>>({ result, read = normalize, ...own }: OwnDefinition<F, A> & ValueDefinition): Action<CccClient> {
	return answeredBy(own as OwnDefinition<F, A>, false, ({ data }) => [{ [result]: read(data) as IDataObject }]);
}

/** The answer says that it was done. Most say nothing else; what else one says is in `data`. */
export function commandAction<F extends Fields, A extends Fields = Record<never, never>>(own: OwnDefinition<F, A>): Action<CccClient> {
	return answeredBy(own, false, ({ data, requestId }) => [
		withoutEmpty({ success: true, data: (normalize(data) ?? undefined) as IDataObject | undefined, requestId }),
	]);
}

interface PageFields extends Fields {
	returnAll: Field<boolean>;
	limit: Field<number>;
}

interface PageDefinition<F extends Fields, A extends Fields> extends OwnDefinition<F, A>, Forms {
	/** Whether everything comes at once for these values, whichever page is asked for. */
	isWhole?(values: Given<F, A>): boolean;
}

/** The answer is a page of a list. Pages are read up to the limit or the last page, which is the first that is not full. */
export function pageAction<F extends Fields, A extends Fields = Record<never, never>>(definition: PageDefinition<F, A>): Action<CccClient> {
	const { short, full, sends, isWhole, fields, showOnlyFor, ...rest } = definition;
	type All = Given<F & PageFields, A>;
	async function readPage(send: CccClient, values: All, settings: Settings, from?: Place): Promise<Part<Place>> {
		const own = values as unknown as Given<F, A>;
		const given = sent(definition, own, settings);
		const ask = async (pageNumber: number, pageSize: number) => {
			const { data } = await send(sentBy(definition), { ...given, pageNumber, pageSize }, secretsIn(definition, own));
			return { rows: rowsOf(data), isWhole: isWhole?.(own) };
		};
		const { results, next } = await readRows(ask, mostOf(values), from);
		return { results: results.map((row) => shortened(row, { short, full }, settings)), next };
	}
	return defineAction<CccClient>()<F & PageFields, A, Place>({
		...rest,
		fields: { ...fields, returnAll, limit },
		showOnlyFor: { ...showOnlyFor, limit: { returnAll: [false] } } as never,
		effect: effectOf(definition),
		simplify: short !== undefined,
		check: rest.check as never,
		perform: readPage,
		follow: readPage,
	});
}
