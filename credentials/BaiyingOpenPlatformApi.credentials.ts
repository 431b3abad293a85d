import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';
import { authenticateOpenPlatform, ensureToken } from '../nodes/Baiying/api/openPlatform';

/**
 * An app key for Baiying's open platform. `preAuthentication` gets the access token, and `authenticate` adds it to a request, including those
 * of the HTTP Request node. `renewal` is always empty, which makes n8n ask before each request: Baiying reports a token
 * that has ended with HTTP 200, which n8n takes for success. A token is requested only if no good one is known.
 */
export class BaiyingOpenPlatformApi implements ICredentialType {
	name = 'baiyingOpenPlatformApi';

	displayName = 'Baiying Open Platform API';

	icon: Icon = { light: 'file:../nodes/Baiying/baiying.svg', dark: 'file:../nodes/Baiying/baiying.dark.svg' };

	documentationUrl = 'https://open.byai.com/v2/auth.html';

	httpRequestNode = { name: 'Baiying (Open Platform)', docsUrl: 'https://open.byai.com/v2/', apiBaseUrl: 'https://open.byai.com/api/oauth/' };

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://open.byai.com',
			required: true,
			description: 'Address of the open platform',
		},
		{
			displayName: 'Token URL',
			name: 'tokenUrl',
			type: 'string',
			default: 'https://open-tcs.byai.com/oauth/token',
			required: true,
			description: 'Where access tokens are issued',
		},
		{
			displayName: 'App Key',
			name: 'appKey',
			type: 'string',
			default: '',
			required: true,
			description: 'Baiying issues it together with the app secret',
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
		{
			displayName: 'Company ID',
			name: 'companyId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1',
			description: 'The company to work for. Access tokens are issued for it.',
		},
		{ displayName: 'Renewal', name: 'renewal', type: 'hidden', typeOptions: { expirable: true }, default: '' },
		{ displayName: 'Access Token', name: 'accessToken', type: 'hidden', typeOptions: { password: true }, default: '' },
	];

	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		return await ensureToken(credentials, this.helpers);
	}

	authenticate = authenticateOpenPlatform;

	test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			baseURL: '={{$credentials.baseUrl.trim().replace(/\\/+$/, "")}}',
			url: '/api/oauth/byai.openapi.seatinfo/1.0.0/get',
			body: { companyId: '={{$credentials.companyId}}' },
		},
		rules: [
			[40000010, 'Baiying did not accept its own access token. Check the base URL and the token URL'],
			[41000000, 'Baiying did not accept the company ID. Check it'],
			[429, 'Baiying is receiving too many requests. Try again later'],
		].map(([value, message]) => ({ type: 'responseSuccessBody', properties: { key: 'code', value, message: String(message) } })),
	};
}
