import type { IDataObject } from 'n8n-workflow';
import { defineAction, type Action, type Definition, type Given, type Part, type Settings } from '../../common/action/action';
import type { Field, Fields } from '../../common/action/fields';
import { limit, returnAll } from '../../common/action/paging';
import type { ISalesClient, ISalesRequest } from './client';
import { contentOf, rowsOf, totalOf, withoutEmpty } from './rows';

/** The kinds of actions on CC-iSales, by the shape of the vendor's answer. */

interface OwnDefinition<F extends Fields, A extends Fields> extends Omit<Definition<ISalesClient, F, A, never>, 'perform' | 'follow' | 'wait' | 'simplify'> {
	sends(values: Given<F, A>, settings: Settings): ISalesRequest;
}

/** Makes the output from the vendor's object, in its short form. */
type ShortForm = (row: IDataObject) => object;

function shortened(row: IDataObject, short: ShortForm | undefined, simplify: boolean): IDataObject {
	return short && simplify ? withoutEmpty(short(row)) : row;
}

function answeredBy<F extends Fields, A extends Fields>(
	{ sends, ...rest }: OwnDefinition<F, A>,
	simplify: boolean,
	output: (answer: IDataObject, settings: Settings) => IDataObject[],
): Action<ISalesClient> {
	return defineAction<ISalesClient>()<F, A>({
		...rest,
		simplify,
		perform: async (client, values, settings) => output(await client(sends(values, settings)), settings),
	});
}

/** The answer only says that it was done. */
export function commandAction<F extends Fields, A extends Fields = Record<never, never>>(own: OwnDefinition<F, A>): Action<ISalesClient> {
	return answeredBy(own, false, () => [{ success: true }]);
}

/** The answer is something new with an ID. */
export function createAction<F extends Fields, A extends Fields = Record<never, never>>({ result, ...own }: OwnDefinition<F, A> & { result: string }): Action<ISalesClient> {
	return answeredBy(own as unknown as OwnDefinition<F, A>, false, (answer) => {
		const content = contentOf(answer);
		return [{ [result]: content[result] ?? content.id ?? answer.returnObject ?? null }];
	});
}

/** The answer is one object. */
export function objectAction<F extends Fields, A extends Fields = Record<never, never>>({ short, ...own }: OwnDefinition<F, A> & { short: ShortForm }): Action<ISalesClient> {
	return answeredBy(own as unknown as OwnDefinition<F, A>, true, (answer, { simplify }) => [shortened(contentOf(answer), short, simplify)]);
}

interface PageFields extends Fields {
	returnAll: Field<boolean>;
	limit: Field<number>;
}

interface Place {
	page: number;
	count: number;
}

interface PageDefinition<F extends Fields, A extends Fields> extends OwnDefinition<F, A> {
	short?: ShortForm;
	/** The most rows on a page. */
	pageSize: number;
	/** The parameters that ask for a page, which begins with 1; undefined where the answer comes as a whole. */
	page(number: number, size: number, values: Given<F, A>): IDataObject | undefined;
	/** Changes every row, also in its long form. */
	tidy?(row: IDataObject): IDataObject;
}

function withPage(request: ISalesRequest, page: IDataObject): ISalesRequest {
	if (request.method === 'GET') return { ...request, query: { ...request.query, ...page } };
	return { ...request, body: { ...request.body, ...page } };
}

/** The answer is a page of a list. Pages are read up to the limit and the total that the vendor names; without one, up to a page that isn't full. */
export function pageAction<F extends Fields, A extends Fields = Record<never, never>>(definition: PageDefinition<F, A>): Action<ISalesClient> {
	const { short, sends, pageSize, page, tidy = (row) => row, fields, showOnlyFor, ...rest } = definition;
	type All = Given<F & PageFields, A>;
	async function readPage(client: ISalesClient, all: All, settings: Settings, from: Place = { page: 1, count: 0 }): Promise<Part<Place>> {
		const most = all.returnAll === true ? Infinity : Number(all.limit);
		const size = Math.min(pageSize, most);
		const given = all as unknown as Given<F, A>;
		const place = page(from.page, size, given);
		const answer = await client(withPage(sends(given, settings), place ?? {}));
		const rows = rowsOf(answer);
		const results = rows.slice(0, most - from.count).map((row) => shortened(tidy(row), short, settings.simplify));
		const count = from.count + results.length;
		const total = totalOf(answer);
		const isLast = !place || rows.length === 0 || (total === undefined ? rows.length < size : count >= total);
		return { results, next: isLast || count >= most ? undefined : { page: from.page + 1, count } };
	}
	return defineAction<ISalesClient>()<F & PageFields, A, Place>({
		...rest,
		fields: { ...fields, returnAll, limit },
		showOnlyFor: { ...showOnlyFor, limit: { returnAll: [false] } } as never,
		simplify: short !== undefined,
		check: rest.check as never,
		effectFor: rest.effectFor as never,
		perform: readPage,
		follow: readPage,
	});
}
