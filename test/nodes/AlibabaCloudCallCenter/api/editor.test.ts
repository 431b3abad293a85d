import type { INodeParameters } from 'n8n-workflow';
import { AlibabaCloudAccessKeyApi } from '../../../../credentials/AlibabaCloudAccessKeyApi.credentials';
import { AlibabaCloudCallCenter } from '../../../../nodes/AlibabaCloudCallCenter/AlibabaCloudCallCenter.node';
import { mappedFields, searchList } from '../../../support/searchList';

const node = new AlibabaCloudCallCenter();
const credential = { type: new AlibabaCloudAccessKeyApi(), data: {} };
const parameters: INodeParameters = { resource: 'api', operation: 'request' };

async function found(filter?: string): Promise<string[]> {
	const { results } = await searchList(node, 'searchApiActions', credential, parameters, filter);
	return results.map(({ name }) => name);
}

describe('the list of actions', () => {
	it('has all of them, with their purpose', async () => {
		const all = await found();
		expect(all).toHaveLength(254);
		expect(all).toContain('Abort a campaign — AbortCampaign');
	});

	it.each([
		['listcalldetailrecordsv2', /— ListCallDetailRecordsV2$/],
		['voicemail', /— ListVoicemails$/],
		['numbers skill bind', /^Bind numbers to a skill group — AddNumbersToSkillGroup$/],
	])('finds "%s" by name or purpose', async (filter, name) => {
		expect(await found(filter)).toContainEqual(expect.stringMatching(name));
	});
});

async function fieldsFor(own: INodeParameters) {
	return await mappedFields(node, 'mapApiParameters', credential, { ...parameters, ...own });
}

function action(value: string): INodeParameters {
	return { apiAction: { __rl: true, mode: 'list', value } };
}

describe('the parameters of an action', () => {
	it('have their types; only those that are required are shown at once', async () => {
		const { fields } = await fieldsFor(action('CreateCampaign'));
		const field = (name: string) => fields.find(({ id }) => id === name);
		expect(field('MaxAttemptCount')).toMatchObject({ displayName: 'MaxAttemptCount', type: 'number', required: true, removed: false });
		expect(field('NumberList')).toMatchObject({ displayName: 'NumberList (JSON)', type: 'string', required: false, removed: true });
		expect(field('Simulation')).toMatchObject({ type: 'boolean', display: true });
	});

	it('leave the pages to Return All and Limit', async () => {
		const { fields } = await fieldsFor(action('ListPhoneNumbers'));
		expect(fields.map(({ id }) => id)).toContain('InstanceId');
		expect(fields.map(({ id }) => id).filter((id) => id.startsWith('Page'))).toEqual([]);
	});

	it.each<[string, INodeParameters, RegExp]>([
		['no action', action(''), /Choose an action first/],
		['an action that is not in the list', action('NewAction'), /not known here/],
		['an expression', { apiAction: { __rl: true, mode: 'name', value: '={{ $json.action }}' } }, /not known here/],
		['an action of another product', { ...action('CreateCampaign'), additionalFields: { product: 'OutboundBot' } }, /not known here/],
	])('are not known for %s, and the editor says so', async (_, own, notice) => {
		const { fields, emptyFieldsNotice } = await fieldsFor(own);
		expect(fields).toEqual([]);
		expect(emptyFieldsNotice).toMatch(notice);
	});
});
