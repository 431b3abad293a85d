import type { Icon, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authenticate } from '../nodes/AlibabaCloudCallCenter/authenticate';

/** An Alibaba Cloud access key. It signs requests (ACS3-HMAC-SHA256), including those of the HTTP Request node. */
export class AlibabaCloudAccessKeyApi implements ICredentialType {
	name = 'alibabaCloudAccessKeyApi';

	displayName = 'Alibaba Cloud Access Key API';

	icon: Icon = {
		light: 'file:../nodes/AlibabaCloudCallCenter/alibabaCloudCallCenter.svg',
		dark: 'file:../nodes/AlibabaCloudCallCenter/alibabaCloudCallCenter.dark.svg',
	};

	documentationUrl = 'https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair';

	httpRequestNode = {
		name: 'Alibaba Cloud',
		docsUrl: 'https://api.alibabacloud.com/document',
		apiBaseUrl: 'https://ccc.cn-shanghai.aliyuncs.com/',
	};

	properties: INodeProperties[] = [
		{
			displayName: 'Access Key ID',
			name: 'accessKeyId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. LTAI5tExample',
			description:
				'Create it in the RAM console for a RAM user who has the policy AliyunCCCFullAccess and is a member of the call center instance',
		},
		{
			displayName: 'Access Key Secret',
			name: 'accessKeySecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Shown once, when the access key is created',
		},
		{
			displayName: 'Security Token',
			name: 'securityToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Needed only for a temporary access key from the Security Token Service (STS)',
		},
		{
			displayName: 'Region ID',
			name: 'regionId',
			type: 'string',
			default: 'cn-shanghai',
			placeholder: 'e.g. cn-shanghai',
			description: 'The region of the call center instance',
		},
		{
			displayName: 'Endpoint',
			name: 'endpoint',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://ccc.cn-shanghai.aliyuncs.com',
			description: "Needed only if the address differs from the region's, for example within a VPC",
		},
	];

	authenticate = authenticate;

	test: ICredentialTestRequest = {
		request: {
			url: '/',
			method: 'POST',
			qs: { Action: 'ListInstances', Version: '2020-07-01', PageNumber: 1, PageSize: 1 },
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 400,
					message:
						'Alibaba Cloud did not accept the signature. Check the access key secret, the security token if there is one, and the clock of the n8n server',
				},
			},
			{
				type: 'responseCode',
				properties: { value: 403, message:
						'Alibaba Cloud refused the access key. Check its secret, and grant its RAM user the policy AliyunCCCFullAccess', },
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: 'Alibaba Cloud does not know this access key ID. Check it in the RAM console' },
			},
		],
	};
}
