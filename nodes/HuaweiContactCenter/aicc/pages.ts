import type { IDataObject } from 'n8n-workflow';
import { defineAction, type Action, type Definition, type Given, type Part, type Settings } from '../../common/action/action';
import type { Field, Fields } from '../../common/action/fields';
import { limit, returnAll } from '../../common/action/paging';
import type { AiccClient } from './client';
import { known } from './values';

/** One page of a list. */
export interface Page {
	rows: IDataObject[];
	/** How many there are on all pages, if the vendor says so. */
	total?: number;
}

export interface Place {
	/** How many rows come before the page. */
	offset: number;
	/** How many rows the page may have. */
	size: number;
}

/** The most rows on a page of any of these lists. */
export const PAGE_SIZE = 100;

interface PageFields extends Fields {
	returnAll: Field<boolean>;
	limit: Field<number>;
}

interface PageDefinition<F extends Fields, A extends Fields> extends Omit<Definition<AiccClient, F, A, never>, 'effect' | 'simplify' | 'perform' | 'follow' | 'wait' | 'showOnlyFor'> {
	read(client: AiccClient, values: Given<F, A>, place: Place, settings: Settings): Promise<Page>;
	/** The short form of a row. */
	short(row: IDataObject): IDataObject;
	/** What is added to a whole row. */
	whole?(row: IDataObject): IDataObject;
}

/** A list that comes in pages, whose rows become items. The vendor counts from 0. */
export function pageAction<F extends Fields, A extends Fields = Record<never, never>>(definition: PageDefinition<F, A>): Action<AiccClient> {
	const { read, short, whole = (row: IDataObject) => row, fields, check, ...rest } = definition;
	type All = Given<F & PageFields, A>;
	async function readPage(client: AiccClient, all: All, settings: Settings, count = 0): Promise<Part<number>> {
		const most = all.returnAll === true ? Infinity : Number(all.limit);
		// The pages keep their size, because some lists count in pages.
		const size = Math.min(PAGE_SIZE, most);
		const { rows, total } = await read(client, all as unknown as Given<F, A>, { offset: count, size }, settings);
		const results = rows.slice(0, most - count).map((row) => (settings.simplify ? known(short(row)) : whole(row)));
		const reached = count + rows.length;
		const isLast = total === undefined ? rows.length < size : rows.length === 0 || reached >= total;
		return { results, next: isLast || reached >= most ? undefined : reached };
	}
	return defineAction<AiccClient>()<F & PageFields, A, number>({
		...rest,
		check: check as never,
		effect: 'read',
		fields: { ...fields, returnAll, limit },
		showOnlyFor: { limit: { returnAll: [false] } } as never,
		perform: readPage,
		follow: readPage,
	});
}
