import { hash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { defineAction, type Given, type Part } from '../../../common/action/action';
import { limit, returnAll } from '../../../common/action/paging';
import { InputError } from '../../../common/vendor/errors';
import type { CccAnswer } from '../../api/answer';
import { normalize, rowsOf } from '../../api/response';
import type { RpcClient } from '../../api/transport';
import { mostOf, readRows, type Place } from '../paging';
import { additionalFields, apiAction, apiParameters, apiParametersJson, parameterMode } from './fields';
import { isPageParameter, isPaging } from './pages';
import { writtenParameters } from './parameters';
import { effectOf, targetOf, type Target } from './target';

const fields = { apiAction, parameterMode, apiParameters, apiParametersJson, returnAll, limit };

type Request = Given<typeof fields, typeof additionalFields>;

/** Where to read on, and the page that was read. A few lists return everything with any page. */
interface PlaceAfter extends Place {
	lastPage: string;
}

function target({ apiAction: action, ...aim }: Request): Target {
	return targetOf(action, aim);
}

function parameters(values: Request) {
	const { parameterMode: mode, apiParameters: mapped, apiParametersJson: written } = values;
	return writtenParameters(target(values), { ...values, json: mode === 'json' ? written : mapped });
}

/** The page that the user asks for. Its place is the query, as for all actions with pages. */
function ownPage(values: Request): Array<[string, string]> {
	return parameters(values).query.filter(([name]) => isPageParameter(name));
}

function readsPages(values: Request): boolean {
	const { known } = target(values);
	return known !== undefined && isPaging(known);
}

function check(values: Request): void {
	const page = ownPage(values)[0]?.[0];
	if (page === undefined || !values.returnAll || !readsPages(values)) return;
	throw new InputError(`'Return All' reads every page, but the parameter '${page}' asks for one: remove the parameter, or turn off 'Return All'`);
}

async function sent(send: RpcClient, values: Request, page: Record<string, number> = {}): Promise<CccAnswer> {
	const { action, version, method, product } = target(values);
	const { query, form } = parameters(values);
	const own = new Set(query.map(([name]) => name));
	const added = Object.entries(page).filter(([name]) => !own.has(name));
	return await send({ action, version, method, product, form, query: [...query, ...added.map(([name, value]): [string, string] => [name, String(value)])] });
}

/** The whole answer as one item. */
function whole({ data, requestId }: CccAnswer): IDataObject {
	const content = normalize(data);
	const id = requestId === undefined ? {} : { requestId };
	if (content === undefined || content === null) return { success: true, ...id };
	const isObject = typeof content === 'object' && !Array.isArray(content);
	return { ...(isObject ? (content as IDataObject) : { data: content as IDataObject }), ...id };
}

function isList(data: unknown): boolean {
	return Array.isArray(data) || (typeof data === 'object' && data !== null && 'List' in data);
}

async function readPage(send: RpcClient, values: Request, from?: PlaceAfter): Promise<Part<PlaceAfter>> {
	let lastPage = '';
	let other: IDataObject | undefined;
	const ask = async (PageNumber: number, PageSize: number) => {
		const answer = await sent(send, values, { PageNumber, PageSize });
		if (!isList(answer.data)) other = whole(answer);
		const all = rowsOf(answer.data);
		lastPage = hash('sha256', JSON.stringify(all));
		const isSame = lastPage === from?.lastPage;
		return { rows: isSame ? [] : all, isWhole: isSame || ownPage(values).length > 0 };
	};
	const most = ownPage(values).length > 0 ? Infinity : mostOf(values);
	const { results, next } = await readRows(ask, most, from);
	return { results: other ? [other] : results, next: next && { ...next, lastPage } };
}

async function perform(send: RpcClient, values: Request): Promise<Part<PlaceAfter>> {
	return readsPages(values) ? await readPage(send, values) : { results: [whole(await sent(send, values))] };
}

/** Source: the list of actions and their parameters, api.aliyun.com/document/CCC/2020-07-01/overview. */
export const request = defineAction<RpcClient>()({
	operation: 'request',
	name: 'Request',
	action: 'Send API request',
	description:
		'Use any action of the API, also of other products of Alibaba Cloud. Returns each row of a list with pages as an item, and any other answer as one item. What the node does not know counts as a call: it is never sent twice.',
	effect: 'dial',
	effectFor: (values) => effectOf(target(values)),
	fields,
	additionalFields,
	simplify: false,
	showOnlyFor: { apiParameters: { parameterMode: ['fields'] }, apiParametersJson: { parameterMode: ['json'] }, limit: { returnAll: [false] } },
	check,
	perform,
	follow: async (send, values, _settings, from) => await readPage(send, values, from),
});
