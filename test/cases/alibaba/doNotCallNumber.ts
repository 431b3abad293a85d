import { INSTANCE, type Case } from './case';
import { doNotCall } from './given';

const done = { success: true, requestId: expect.any(String) };

export const doNotCallNumber: Case[] = [
	{
		operation: 'listDoNotCallNumbers',
		given: doNotCall,
		parameters: { instanceId: INSTANCE, returnAll: false, limit: 10, filters: { scope: 'INSTANCE', searchPattern: '={{ $json.phone }}' } },
		sends: { InstanceId: 'ccc-test', Scope: 'INSTANCE', SearchPattern: '13720000000', PageNumber: '1', PageSize: '10' },
		returns: { number: '13720000000', scope: 'INSTANCE', remark: 'Asked not to be called', createdAt: expect.stringMatching(/Z$/) },
	},
	{
		operation: 'addToDoNotCallList',
		sentAs: 'ImportDoNotCallNumbers',
		parameters: { instanceId: INSTANCE, phone: '={{ "+86 " + $json.phone }}', additionalFields: { remark: 'Asked not to be called' } },
		sends: { InstanceId: 'ccc-test', NumberList: '["13720000000"]', Remark: 'Asked not to be called' },
		returns: { phone: '13720000000', added: true },
	},
	{
		operation: 'importDoNotCallNumbers',
		parameters: { instanceId: INSTANCE, numbers: '={{ $json.phone }}, 13918140000', additionalFields: { remark: 'Asked not to be called' } },
		sends: { InstanceId: 'ccc-test', NumberList: '["13720000000","13918140000"]', Remark: 'Asked not to be called' },
		returns: done,
	},
	{
		operation: 'importDoNotCallNumbers',
		parameters: { instanceId: INSTANCE, numbers: '', additionalFields: { filePath: 'temp/blacklist/import/blacklist.xlsx' } },
		sends: { InstanceId: 'ccc-test', FilePath: 'temp/blacklist/import/blacklist.xlsx' },
		returns: done,
	},
	{
		operation: 'removeDoNotCallNumbers',
		parameters: { instanceId: INSTANCE, numbers: ['13720000000', '13918140000'] },
		sends: { InstanceId: 'ccc-test', NumberList: '["13720000000","13918140000"]' },
		returns: done,
	},
];
