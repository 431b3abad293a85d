import { INSTANCE, type Case } from './case';

export const callRecord: Case[] = [
	{
		operation: 'listCallDetailRecordsV2',
		afterCall: true,
		parameters: { instanceId: INSTANCE, returnAll: false, limit: 1, additionalFields: { contactTypeList: ['BACK2BACK'], calledNumber: '13720000000', sortOrder: 'ASC' } },
		sends: {
			InstanceId: 'ccc-test',
			CalledNumber: '13720000000',
			ContactTypeList: '["BACK2BACK"]',
			OrderByField: 'startTime',
			SortOrder: 'ASC',
			PageNumber: '1',
			PageSize: '1',
		},
		returns: { contactType: 'BACK2BACK', calledNumber: '13720000000' },
	},
];
