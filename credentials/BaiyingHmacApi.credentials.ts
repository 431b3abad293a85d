import type { Icon, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authenticateHmac } from '../nodes/Baiying/api/hmac';

/** An app key for Baiying's older API. It signs requests (HMAC-SHA1), including those of the HTTP Request node. */
export class BaiyingHmacApi implements ICredentialType {
	name = 'baiyingHmacApi';

	displayName = 'Baiying HMAC API';

	icon: Icon = { light: 'file:../nodes/Baiying/baiying.svg', dark: 'file:../nodes/Baiying/baiying.dark.svg' };

	documentationUrl = 'https://api.byrobot.cn/doc/v2/';

	httpRequestNode = { name: 'Baiying (HMAC)', docsUrl: 'https://api.byrobot.cn/doc/v2/', apiBaseUrl: 'https://api.byrobot.cn/openapi/v1/' };

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.byrobot.cn',
			required: true,
			description: 'Address of the API. A private cloud has an address of its own.',
		},
		{
			displayName: 'App Key',
			name: 'appKey',
			type: 'string',
			default: '',
			required: true,
			description: 'In the Baiying CRM, an administrator finds it under 系统管理 → 系统设置 → API配置',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'It is next to the app key',
		},
		{
			displayName: 'Company ID',
			name: 'companyId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1',
			description: 'The company to work for, unless an operation names another. Baiying binds companies to an app key.',
		},
	];

	authenticate = authenticateHmac;

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl.trim().replace(/\\/+$/, "")}}',
			url: '/openapi/v1/company/seat/statistics',
			qs: { companyId: '={{$credentials.companyId}}' },
		},
		rules: [
			[401, 'Baiying did not accept the signature. Check the app key and the app secret'],
			[403, 'The app key may not work for this company. Ask Baiying to bind the company to it, or check the company ID'],
			[404, 'Baiying does not know this company. Check the company ID'],
			[408, "The clock of the n8n server differs from Baiying's by more than 3 minutes. Correct the server's clock"],
			[412, 'Baiying did not accept the company ID. Check it'],
			[500, 'Baiying could not check the app key. Try again later'],
		].map(([value, message]) => ({ type: 'responseSuccessBody', properties: { key: 'code', value, message: String(message) } })),
	};
}
