import type { Case } from './case';
import { campaign } from './given';

function byName(value: string) {
	return { __rl: true, mode: 'name', value };
}

function fieldsOf(value: Record<string, unknown>) {
	return { parameterMode: 'fields', apiParameters: { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] } };
}

/** Texts may hold expressions. */
function json(parameters: unknown) {
	return { parameterMode: 'json', apiParametersJson: `=${JSON.stringify(parameters)}` };
}

export const api: Case[] = [
	{
		operation: 'request',
		sentAs: 'GetInstance',
		parameters: { apiAction: byName('GetInstance'), ...fieldsOf({ InstanceId: 'ccc-test' }) },
		sends: { InstanceId: 'ccc-test' },
		returns: { name: expect.any(String), requestId: expect.any(String) },
	},
	{
		operation: 'request',
		sentAs: 'CreateSkillGroup',
		parameters: { apiAction: byName('CreateSkillGroup'), ...json({ InstanceId: 'ccc-test', Name: 'sales', DisplayName: 'Sales' }) },
		sends: { InstanceId: 'ccc-test', Name: 'sales', DisplayName: 'Sales' },
		returns: { skillGroupId: expect.any(String), requestId: expect.any(String) },
	},
	{
		operation: 'request',
		sentAs: 'StartBack2BackCall',
		parameters: {
			apiAction: { __rl: true, mode: 'list', value: 'StartBack2BackCall' },
			...fieldsOf({ InstanceId: 'ccc-test', Caller: '13918140000', Callee: '={{ $json.phone }}', Broker: '01021570000', TimeoutSeconds: 30, Tags: '' }),
		},
		sends: { InstanceId: 'ccc-test', Caller: '13918140000', Callee: '13720000000', Broker: '01021570000', TimeoutSeconds: '30' },
		returns: { callContext: { jobId: expect.any(String) }, requestId: expect.any(String) },
	},
	{
		operation: 'request',
		sentAs: 'AppendCases',
		given: campaign(),
		parameters: {
			apiAction: byName('AppendCases'),
			...json({ InstanceId: 'ccc-test', CampaignId: '{{ $json.campaignId }}', body: [{ PhoneNumber: '13720000000', ReferenceId: 'customer-42' }] }),
		},
		sends: ({ campaignId }) => ({ InstanceId: 'ccc-test', CampaignId: campaignId, body: '[{"PhoneNumber":"13720000000","ReferenceId":"customer-42"}]' }),
		returns: { requestId: expect.any(String) },
	},
	{
		operation: 'request',
		sentAs: 'GetVideo',
		parameters: { apiAction: byName('GetVideo'), ...fieldsOf({ InstanceId: 'ccc-test', ContactId: 'job-1' }) },
		sends: { InstanceId: 'ccc-test', ContactId: 'job-1' },
		returns: { requestId: expect.any(String) },
	},
	{
		operation: 'request',
		sentAs: 'ListPhoneNumbers',
		parameters: { apiAction: byName('ListPhoneNumbers'), ...fieldsOf({ InstanceId: 'ccc-test' }), returnAll: true },
		sends: { InstanceId: 'ccc-test', PageNumber: '1', PageSize: '100' },
		returns: { number: expect.any(String) },
		count: 2,
	},
	{
		operation: 'request',
		sentAs: 'ListTickets',
		parameters: { apiAction: byName('ListTickets'), ...json({ InstanceId: 'ccc-test', PageNumber: 3, PageSize: 20 }) },
		sends: { InstanceId: 'ccc-test', PageNumber: '3', PageSize: '20' },
		returns: { ticketId: expect.any(String) },
	},
];
