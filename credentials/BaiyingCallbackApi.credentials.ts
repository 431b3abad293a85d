import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** What a callback of Baiying proves itself with. Tested by the Baiying Trigger node (`callbackCredentialTest`). */
export class BaiyingCallbackApi implements ICredentialType {
	name = 'baiyingCallbackApi';

	displayName = 'Baiying Callback API';

	documentationUrl = 'https://api.byrobot.cn/doc/v2/';

	icon: Icon = { light: 'file:../nodes/Baiying/baiying.svg', dark: 'file:../nodes/Baiying/baiying.dark.svg' };

	properties: INodeProperties[] = [
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'A secret of your own, at least 16 random characters. Add it to the callback URL in the Baiying CRM as ?token=…, or let a gateway send it in the header x-callback-token.',
		},
		{
			displayName: 'App Key',
			name: 'appKey',
			type: 'string',
			default: '',
			description: "Only for the option 'Verify Signature'. Baiying CRM, 系统管理 → 系统设置 → API配置.",
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: "Only for the option 'Verify Signature'. Stands beside the App Key.",
		},
	];
}
