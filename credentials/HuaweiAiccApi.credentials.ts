import type { Icon, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { callbackFields } from '../nodes/HuaweiContactCenter/callback/credentialFields';

/** An app key of AICC: the account of calls without an agent, and the secrets of their callbacks. */
export class HuaweiAiccApi implements ICredentialType {
	name = 'huaweiAiccApi';

	displayName = 'Huawei AICC API';

	icon: Icon = {
		light: 'file:../nodes/HuaweiContactCenter/huaweiContactCenter.svg',
		dark: 'file:../nodes/HuaweiContactCenter/huaweiContactCenter.dark.svg',
	};

	documentationUrl = 'https://support.huaweicloud.com/intl/en-us/api-cec/cec_07_0002.html';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://service.besclouds.com',
			description: "Address of the contact center's APIs, without a path; Huawei tells it together with the app key",
		},
		{
			displayName: 'App Key',
			name: 'appKey',
			type: 'string',
			default: '',
			required: true,
			description: 'Huawei issues it when the tenant is created',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'It belongs to the app key',
		},
		...callbackFields,
	];

	test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			baseURL: '={{$credentials.baseUrl.trim().replace(/\\/(apiaccess|apigovernance)(\\/.*)?$/, "").replace(/\\/+$/, "")}}',
			url: '/apiaccess/rest/cc-management/v1/skill/querySkills',
			body: { limit: '1', offset: '0' },
		},
	};
}
