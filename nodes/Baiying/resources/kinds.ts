import type { IDataObject } from 'n8n-workflow';
import { defineAction, type Action, type Effect, type Given, type Part, type Settings, type Wording } from '../../common/action/action';
import type { Field, Fields } from '../../common/action/fields';
import { limit, returnAll } from '../../common/action/paging';
import type { BaiyingAnswer } from '../api/answer';
import { knownOperation, type Api } from '../api/catalogue';
import type { BaiyingClient, Senders } from '../api/client';
import { objectOf, type Json } from '../callback/json';
import { rowsOf, shortened, totalOf, type ShortForm } from './rows';

/** The kinds of actions, by the shape of the vendor's answer. An action names what it sends to each of Baiying's two APIs. */

type Names = Partial<Record<Api, string>>;

interface OwnDefinition<F extends Fields, A extends Fields> extends Omit<Wording, 'effect'> {
	/** The vendor's operation in each API; left out for an API that can't do it. */
	sends: Names;
	/** Only if it is not the strongest of what is sent. */
	effect?: Effect;
	fields: F;
	additionalFields?: A;
	filters?: A;
	showOnlyFor?: Partial<Record<keyof F, Record<string, Array<string | boolean>>>>;
	check?(values: Given<F, A>): void;
	/** The values of the parameters, if those aren't simply the values of the fields. */
	values?(given: Given<F, A>, api: Api, settings: Settings): object;
}

const STRENGTH: Effect[] = ['read', 'change', 'dial'];

function effectOf({ sends, effect }: { sends: Names; effect?: Effect }): Effect {
	if (effect) return effect;
	const effects = Object.entries(sends).map(([api, name]) => knownOperation(api as Api, name).effect);
	return STRENGTH.filter((one) => effects.includes(one)).at(-1) ?? 'change';
}

function answeredBy<F extends Fields, A extends Fields>(
	definition: OwnDefinition<F, A>,
	simplify: boolean,
	output: (answer: BaiyingAnswer, settings: Settings, given: Given<F, A>) => IDataObject[],
): Action<BaiyingClient> {
	const { sends, values, effect: _effect, ...rest } = definition;
	return defineAction<BaiyingClient>()<F, A>({
		...rest,
		effect: effectOf(definition),
		simplify,
		perform: async (client, given, settings) => output(await client.send(sends, values ? values(given, client.api, settings) : given), settings, given),
	});
}

interface WithShortForm {
	short?: ShortForm;
}

/** The answer is one object. */
export function objectAction<F extends Fields, A extends Fields = Record<never, never>>({ short, ...own }: OwnDefinition<F, A> & WithShortForm): Action<BaiyingClient> {
	return answeredBy(own as OwnDefinition<F, A>, short !== undefined, ({ data }, { simplify }) => [shortened(objectOf(data), short, simplify)]);
}

/** The answer is a complete list. */
export function listAction<F extends Fields, A extends Fields = Record<never, never>>({ short, ...own }: OwnDefinition<F, A> & WithShortForm): Action<BaiyingClient> {
	return answeredBy(own as OwnDefinition<F, A>, short !== undefined, ({ data }, { simplify }) => rowsOf(data).map((row) => shortened(row, short, simplify)));
}

interface ValueDefinition<F extends Fields, A extends Fields> {
	/** Makes the output from the answer. */
	output(data: Json, given: Given<F, A>): IDataObject;
}

/** The answer is something else, such as the ID of what was created. */
export function valueAction<F extends Fields, A extends Fields = Record<never, never>>({ output, ...own }: OwnDefinition<F, A> & ValueDefinition<F, A>): Action<BaiyingClient> {
	return answeredBy(own as unknown as OwnDefinition<F, A>, false, ({ data }, _settings, given) => [output(data, given)]);
}

/** The answer only says that it was done. */
export function commandAction<F extends Fields, A extends Fields = Record<never, never>>(own: OwnDefinition<F, A>): Action<BaiyingClient> {
	return answeredBy(own, false, ({ requestId }) => [{ success: true, ...(requestId ? { requestId } : {}) }]);
}

interface PageFields extends Fields {
	returnAll: Field<boolean>;
	limit: Field<number>;
}

interface Place {
	page: number;
	count: number;
}

interface PageDefinition<F extends Fields, A extends Fields> extends OwnDefinition<F, A>, WithShortForm {
	/** The most rows that fit on a page of each API. */
	pageSize: Partial<Record<Api, number>>;
}

/**
 * The answer is a page of a list. Pages are read up to the limit and the total that the vendor names, because it may put fewer rows on a
 * page than were asked for. Where it names none, the first page that is not full is the last.
 */
export function pageAction<F extends Fields, A extends Fields = Record<never, never>>(definition: PageDefinition<F, A>): Action<BaiyingClient> {
	const { short, sends, values, pageSize, fields, showOnlyFor, effect: _effect, ...rest } = definition;
	type All = Given<F & PageFields, A>;
	async function readPage(client: BaiyingClient, all: All, settings: Settings, from: Place = { page: 1, count: 0 }): Promise<Part<Place>> {
		const given = all as unknown as Given<F, A>;
		const most = all.returnAll === true ? Infinity : Number(all.limit);
		const size = Math.min(pageSize[client.api] ?? 1, most);
		const own = values ? values(given, client.api, settings) : given;
		const { data } = await client.send(sends as Senders, { ...own, pageNum: from.page, pageSize: size });
		const rows = rowsOf(data);
		const results = rows.slice(0, most - from.count).map((row) => shortened(row, short, settings.simplify));
		const count = from.count + results.length;
		const total = totalOf(data);
		const isLast = total === undefined ? rows.length < size : rows.length === 0 || count >= total;
		const isEnd = isLast || count >= most;
		return { results, next: isEnd ? undefined : { page: from.page + 1, count } };
	}
	return defineAction<BaiyingClient>()<F & PageFields, A, Place>({
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
