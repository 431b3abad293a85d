import { INSTANCE, type Case } from './case';

export const smsMetadata: Case[] = [
	{
		operation: 'listSmsMetadata',
		parameters: { instanceId: INSTANCE, returnAll: true, filters: { scenarios: ['SATISFACTION_SURVEY', 'CONTACT_FLOW_NODE'] } },
		sends: { InstanceId: 'ccc-test', ScenarioListJson: '["SATISFACTION_SURVEY","CONTACT_FLOW_NODE"]', PageNumber: '1', PageSize: '100' },
		returns: { smsMetadataId: expect.any(String), templateCode: expect.any(String), instanceId: 'ccc-test', aliyunUid: expect.any(String) },
	},
];
