import { byId, INSTANCE, type Case } from './case';

export const contactFlow: Case[] = [
	{
		operation: 'getContactFlow',
		parameters: {
			instanceId: INSTANCE,
			contactFlowId: byId('274601be-a6d5-4429-bcef-32b51d031c6e'),
			draftId: byId('566399d7-5558-447c-a72f-9be2768b6a82'),
		},
		sends: {
			InstanceId: 'ccc-test',
			ContactFlowId: '274601be-a6d5-4429-bcef-32b51d031c6e',
			DraftId: '566399d7-5558-447c-a72f-9be2768b6a82',
		},
		returns: { contactFlowId: '274601be-a6d5-4429-bcef-32b51d031c6e', draftId: '566399d7-5558-447c-a72f-9be2768b6a82', published: true },
	},
	{
		operation: 'listContactFlows',
		parameters: {
			instanceId: INSTANCE,
			returnAll: false,
			limit: 20,
			filters: { orderByField: 'updatedTime', searchPattern: 'survey', sortOrder: 'ASC', type: 'SURVEY_FLOW' },
		},
		sends: {
			InstanceId: 'ccc-test',
			OrderByField: 'updatedTime',
			SearchPattern: 'survey',
			SortOrder: 'ASC',
			Type: 'SURVEY_FLOW',
			PageNumber: '1',
			PageSize: '20',
		},
		returns: { contactFlowId: 'survey-flow-1', name: 'Satisfaction survey', type: 'SURVEY_FLOW', published: true, numbers: [] },
	},
];
