import { NodeApiError, type ILoadOptionsFunctions } from 'n8n-workflow';
import { choice, locator, text, type Field, type Search } from '../../common/action/fields';
import { itemFailure, nodeError } from '../../common/run/failedItem';
import { VendorError } from '../../common/vendor/errors';
import { iSalesClient, type ApiVersion } from './client';
import { rowsOf, textOf } from './rows';

/** Fields of several resources. */

const PAGE_SIZE = 50;

async function campaignPage(context: ILoadOptionsFunctions, page: number, name: string | undefined) {
	try {
		const client = await iSalesClient(context);
		return rowsOf(await client({ method: 'GET', path: '', query: { name, curPage: page, rowsPerPage: PAGE_SIZE } }));
	} catch (error) {
		if (error instanceof VendorError) throw nodeError(context.getNode(), itemFailure(error, 'read', 0), []);
		throw new NodeApiError(context.getNode(), { message: 'The list could not be loaded' });
	}
}

/** The campaigns, by name. Source: "Querying the Outbound Call Task List" (cec_07_0727). */
export const searchCampaigns: Search = {
	name: 'searchCampaigns',
	async load(filter, token) {
		const page = Number(token ?? 1);
		const rows = await campaignPage(this, page, filter?.trim() || undefined);
		const results = rows.flatMap((row) => {
			const value = textOf(row.campaignId) ?? textOf(row.id);
			return value === undefined ? [] : [{ name: `${textOf(row.name) ?? 'Campaign'} (${value})`, value }];
		});
		return rows.length < PAGE_SIZE ? { results } : { results, paginationToken: String(page + 1) };
	},
};

function isId(value: string): string | undefined {
	return /^[\w-]{1,64}$/.test(value) ? undefined : 'enter the ID alone, without spaces';
}

const campaign = locator({
	displayName: 'Campaign',
	description: 'The campaign (外呼任务) that calls the customers',
	example: '1071',
	search: searchCampaigns,
});

/** An ID becomes part of an address. */
export const campaignId: Field<string> = {
	...campaign,
	read: (raw) => {
		const id = campaign.read(raw);
		return id === undefined ? undefined : text({ displayName: 'Campaign', description: '', check: isId }).read(id);
	},
};

export const dataId = text({
	displayName: 'Data ID',
	description: 'The call of one customer in the campaign, as Add Numbers returned it. It is text, because it has 19 digits.',
	example: '1071000000000000001',
	check: isId,
});

export const apiVersion = choice({
	displayName: 'API Version',
	description: 'Which edition of the interface to use; older contact centers have only the first',
	default: 'v2',
	choices: [
		{ name: 'V1', value: 'v1', description: 'For contact centers from before 2025' },
		{ name: 'V2', value: 'v2' },
	],
});

export function versionOf(given: string | undefined): ApiVersion {
	return given === 'v1' ? 'v1' : 'v2';
}

const DIALABLE = /^[0-9*#]{1,24}$/;

/** Remedy for a number that the vendor would not take. */
export function dialable(value: string): string | undefined {
	return DIALABLE.test(value) ? undefined : 'enter 1 to 24 digits, * or #, without spaces, + or hyphens';
}

export function longest(characters: number) {
	return (value: string): string | undefined => (value.length <= characters ? undefined : `it has ${value.length} characters; shorten it to at most ${characters}`);
}
