import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';
import { callbackFields } from '../nodes/HuaweiContactCenter/callback/credentialFields';
import { authenticateAicc, ensureToken } from '../nodes/HuaweiContactCenter/aicc/token';

/**
 * An app key of AICC, for calls without an agent, and the secrets of their callbacks. `preAuthentication` gets the access token, and `authenticate` adds it to a request,
 * including those of the HTTP Request node. `renewal` is always empty, which makes n8n ask before each request; a token is requested
 * only if no good one is known.
 */
export class HuaweiAiccApi implements ICredentialType {
	name = 'huaweiAiccApi';

	displayName = 'Huawei AICC API';

	icon: Icon = {
		light: 'file:../nodes/HuaweiContactCenter/huaweiContactCenter.svg',
		dark: 'file:../nodes/HuaweiContactCenter/huaweiContactCenter.dark.svg',
	};

	documentationUrl = 'https://support.huaweicloud.com/intl/en-us/api-cec/cec_07_0002.html';

	httpRequestNode = {
		name: 'Huawei AICC (App Key)',
		docsUrl: 'https://support.huaweicloud.com/intl/en-us/api-cec/cec_07_0001.html',
		apiBaseUrl: 'https://service.besclouds.com/apiaccess/',
	};

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
		{ displayName: 'Renewal', name: 'renewal', type: 'hidden', typeOptions: { expirable: true }, default: '' },
		{ displayName: 'Access Token', name: 'accessToken', type: 'hidden', typeOptions: { password: true }, default: '' },
	];

	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		return await ensureToken(credentials, this.helpers);
	}

	authenticate = authenticateAicc;

	/** The token is fetched by `preAuthentication`; what remains is to use it. */
	test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			baseURL: '={{$credentials.baseUrl.trim().replace(/\\/(apiaccess|apigovernance)(\\/.*)?$/, "").replace(/\\/+$/, "")}}',
			url: '/apiaccess/rest/cc-management/v1/skill/querySkills',
			body: { limit: '1', offset: '0' },
		},
	};
}
