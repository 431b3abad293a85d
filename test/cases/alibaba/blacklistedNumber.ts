import { INSTANCE, type Case } from './case';

const done = { success: true, requestId: expect.any(String) };
const masked = { instanceId: INSTANCE, number: '1372000****', additionalFields: { jobId: 'job-65735740600893440' } };
const ofMasked = { InstanceId: 'ccc-test', Number: '1372000****', JobId: 'job-65735740600893440' };

export const blacklistedNumber: Case[] = [
	{
		operation: 'listBlacklistCallTaggings',
		parameters: { instanceId: INSTANCE, numbers: '={{ $json.phone }}, 13918140000' },
		sends: { InstanceId: 'ccc-test', NumberList: '[{"number":"13720000000"},{"number":"13918140000"}]' },
		returns: { number: expect.any(String), blacklisted: true },
	},
	{
		operation: 'listBlacklistCallTaggings',
		parameters: { instanceId: INSTANCE, numbers: '1372000****', additionalFields: { jobId: 'job-65735740600893440' } },
		sends: { InstanceId: 'ccc-test', NumberList: '[{"number":"1372000****","jobId":"job-65735740600893440"}]' },
		returns: { blacklisted: true },
	},
	{ operation: 'addBlacklistCallTagging', parameters: masked, sends: ofMasked, returns: done },
	{ operation: 'removeBlacklistCallTagging', parameters: masked, sends: ofMasked, returns: done },
];
