import type { INodeProperties } from 'n8n-workflow';

/** The fields of the credential `huaweiAiccApi` that only the callback trigger reads. */
export const callbackFields: INodeProperties[] = [
	{
		displayName: 'Callback Token',
		name: 'callbackToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description:
			'Needed only for the Huawei Contact Center Callback Trigger: a secret of your own with at least 16 random characters, namely letters, digits and - . _ only. Add ? and the token to the callback URL, such as https://…/webhook?YOUR-TOKEN.',
		hint: 'Callback URL = Production URL of the trigger + ? + this token',
	},
	{
		displayName: 'Callback Key',
		name: 'callbackKey',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description:
			"Needed only for the authentication 'Signature' of the Huawei Contact Center Callback Trigger: the shared key from the callback URL configuration in Huawei's console. It is not the app secret.",
	},
];
