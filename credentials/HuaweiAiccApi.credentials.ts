import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { callbackFields } from '../nodes/HuaweiContactCenter/callback/credentialFields';

/** An app of Huawei Cloud AICC: server-side calls, and the secrets of their callbacks. */
export class HuaweiAiccApi implements ICredentialType {
	name = 'huaweiAiccApi';

	displayName = 'Huawei AICC API';

	icon: Icon = {
		light: 'file:../nodes/HuaweiContactCenter/huaweiContactCenter.svg',
		dark: 'file:../nodes/HuaweiContactCenter/huaweiContactCenter.dark.svg',
	};

	documentationUrl = 'https://support.huaweicloud.com/intl/en-us/devg-overview-cec/cec_05_0503.html';

	properties: INodeProperties[] = [
		{ displayName: 'Base URL', name: 'baseUrl', type: 'string', default: '', placeholder: 'e.g. https://service.besclouds.com' },
		{ displayName: 'App Key', name: 'appKey', type: 'string', default: '' },
		{ displayName: 'App Secret', name: 'appSecret', type: 'string', typeOptions: { password: true }, default: '' },
		...callbackFields,
	];
}
