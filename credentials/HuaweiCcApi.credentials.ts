import type { Icon, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { ignoreSslIssues } from '../nodes/HuaweiContactCenter/credentialFields';
import { authenticate } from '../nodes/HuaweiContactCenter/isales/authenticate';

const VDN_REFUSED = 'The contact center accepted the signature but not the VDN. Check the VDN ID';

/** An access key for the campaigns (CC-iSales). It signs requests, including those of the HTTP Request node. */
export class HuaweiCcApi implements ICredentialType {
	name = 'huaweiCcApi';

	displayName = 'Huawei Contact Center API';

	icon: Icon = {
		light: 'file:../nodes/HuaweiContactCenter/huaweiContactCenter.svg',
		dark: 'file:../nodes/HuaweiContactCenter/huaweiContactCenter.dark.svg',
	};

	documentationUrl = 'https://support.huaweicloud.com/api-ccfs-cec/cec_07_0003.html';

	httpRequestNode = {
		name: 'Huawei Contact Center',
		docsUrl: 'https://support.huaweicloud.com/api-ccfs-cec/cec_07_0721.html',
		apiBaseUrlPlaceholder: 'https://203.0.113.7:28443/rest/isales/v1/openapi/campaigns/1',
	};

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://203.0.113.7:28443',
			description: 'Address of the interfaces for campaigns, call records and monitoring; ask the operator of the contact center',
		},
		{
			displayName: 'Access Key',
			name: 'accessKey',
			type: 'string',
			default: '',
			required: true,
			description: 'The contact center issues it to each account that may use the interfaces',
		},
		{
			displayName: 'Secret Key',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'It belongs to the access key and signs the requests',
		},
		{
			displayName: 'VDN ID',
			name: 'vdnId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1',
			description: 'The virtual call center that the campaigns belong to, from 1 to 9999',
		},
		ignoreSslIssues,
	];

	authenticate = authenticate;

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl.trim().replace(/(\\/rest\\/isales.*)?\\/*$/, "")}}',
			url: '=/rest/isales/v1/openapi/campaigns/{{$credentials.vdnId}}',
			qs: { curPage: 1, rowsPerPage: 1 },
			skipSslCertificateValidation: '={{$credentials.allowUnauthorizedCerts}}',
		},
		rules: [
			{ type: 'responseSuccessBody', properties: { key: 'resultCode', value: '0200001', message: VDN_REFUSED } },
			{ type: 'responseSuccessBody', properties: { key: 'resultCode', value: '02000007', message: VDN_REFUSED } },
		],
	};
}
