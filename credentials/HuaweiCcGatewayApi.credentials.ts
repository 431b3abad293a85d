import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { ignoreSslIssues } from '../nodes/HuaweiContactCenter/credentialFields';
import { openForRequest, refuseToSignOutWorkflows, signOutRules } from '../nodes/HuaweiContactCenter/credentialSession';

/** The HTTP Request node passes `uri` where the nodes' helper passes `url`. */
function addressOf({ url, uri }: IHttpRequestOptions & { uri?: string }): string {
	return uri ?? url;
}

/**
 * An agent of a CC-Gateway. The gateway knows sessions, not signatures. So a request that n8n itself makes with this credential
 * (the test below, the HTTP Request node) uses the session that a workflow has with the agent at that moment, or gets one of its
 * own: `preAuthentication` signs in, and `authenticate` attaches the session's keys. `session` is always empty, which makes n8n
 * ask for keys at each request. Stored keys could be dead, and the gateway reports that with HTTP 200, which n8n takes for
 * success. The gateway ends a request's own session after 2 minutes. The Huawei Contact Center node uses none of this.
 */
export class HuaweiCcGatewayApi implements ICredentialType {
	name = 'huaweiCcGatewayApi';

	displayName = 'Huawei CC-Gateway API';

	icon: Icon = {
		light: 'file:../nodes/HuaweiContactCenter/huaweiContactCenter.svg',
		dark: 'file:../nodes/HuaweiContactCenter/huaweiContactCenter.dark.svg',
	};

	documentationUrl = 'https://support.huaweicloud.com/intl/en-us/devg-overview-cec/cec_05_0503.html';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://203.0.113.7:8043',
			description: 'Address of the CC-Gateway, or of the NSLB in front of a cluster; ask the operator of the contact center',
		},
		{
			displayName: 'Agent ID',
			name: 'agentId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 291',
			description: 'Work number of the agent who makes the calls, from 101 to 999999. One agent makes one call at a time.',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: "The password of the agent's work number, at most 32 characters",
		},
		{
			displayName: 'Phone Number',
			name: 'phoneNumber',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 40038',
			description: "The agent's softphone number; this phone rings before the called number does",
		},
		{
			displayName: 'Take Over Session',
			name: 'takeOverSession',
			type: 'boolean',
			default: true,
			description: 'Whether to sign the agent out elsewhere if the agent is already signed in there',
		},
		ignoreSslIssues,
		{ displayName: 'Session', name: 'session', type: 'hidden', typeOptions: { expirable: true }, default: '' },
		{ displayName: 'Session Tokens', name: 'sessionTokens', type: 'hidden', typeOptions: { password: true }, default: '' },
	];

	async preAuthentication(this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject): Promise<IDataObject> {
		const keys = await openForRequest(credentials, this.helpers);
		return { session: '', sessionTokens: JSON.stringify(keys) };
	}

	authenticate = async (credentials: ICredentialDataDecryptedObject, requestOptions: IHttpRequestOptions): Promise<IHttpRequestOptions> => {
		refuseToSignOutWorkflows(credentials, addressOf(requestOptions));
		const keys = JSON.parse(String(credentials.sessionTokens || '{}')) as Record<string, string>;
		return { ...requestOptions, headers: { ...requestOptions.headers, ...keys } };
	};

	/** Signing in is done by `preAuthentication`; what remains is to sign out. */
	test: ICredentialTestRequest = {
		request: {
			method: 'DELETE',
			baseURL: '={{$credentials.baseUrl.trim().replace(/(\\/agentgateway.*)?\\/*$/, "")}}',
			url: '=/agentgateway/resource/onlineagent/{{$credentials.agentId}}/logout',
			skipSslCertificateValidation: '={{$credentials.allowUnauthorizedCerts}}',
		},
		rules: signOutRules,
	};
}
