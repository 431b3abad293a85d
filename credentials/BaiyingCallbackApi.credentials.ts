import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** The secrets that prove a callback's origin. The Baiying Trigger node tests them (`callbackCredentialTest`). */
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
			required: true,
			default: '',
			description:
				'A secret of your own with at least 16 random characters: letters, digits and - . _ ~ only. Add it to the callback URL in the Baiying CRM as ?token=…, or have a gateway send it in the header x-callback-token.',
		},
		{
			displayName: 'App Key',
			name: 'appKey',
			type: 'string',
			default: '',
			description: "Needed only for the option 'Verify Signature' of the Baiying Trigger. It is in the Baiying CRM under 系统管理 → 系统设置 → API配置.",
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: "Needed only for the option 'Verify Signature' of the Baiying Trigger. It is next to the App Key.",
		},
	];
}
