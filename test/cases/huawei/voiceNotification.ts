import { byId, type Case } from './case';

const CALLED = '={{ $json.phone }}';
const PHONE = '13720000000';
const WELCOME = '1201763136043459597';
const returns = { callSerialNo: expect.stringMatching(/^\d{19}$/), outcome: 'accepted', called: PHONE };

export const voiceNotification: Case[] = [
	{
		operation: 'create',
		parameters: {
			called: CALLED,
			contentType: 'voices',
			voiceIds: [WELCOME],
			additionalFields: { callerPresent: byId('02160000000'), playTimes: 2, priority: 1, callBackUrl: 'https://n8n.example.com/webhook/calls' },
		},
		sends: {
			operation: 'createNotificationV2',
			fields: {
				called: PHONE,
				playList: [{ voiceId: WELCOME }],
				callerPresent: '02160000000',
				playTimes: 2,
				priority: '1',
				callBackUrl: 'aHR0cHM6Ly9uOG4uZXhhbXBsZS5jb20vd2ViaG9vay9jYWxscw==',
			},
		},
		returns,
	},
	{
		operation: 'create',
		name: 'with a template',
		parameters: { called: CALLED, contentType: 'template', templateId: byId('1226170940666061826'), templateParameters: '3, People’s Park' },
		sends: {
			operation: 'createNotificationV2',
			fields: { called: PHONE, playList: [{ templateId: '1226170940666061826', templateParams: ['3', 'People’s Park'] }] },
		},
		returns,
	},
	{
		operation: 'create',
		name: 'with a text',
		parameters: { called: CALLED, contentType: 'text', text: 'Hello Mr. Li' },
		sends: { operation: 'createNotificationV1', fields: { called: PHONE, voiceContent: '$Hello Mr. Li$' } },
		returns,
	},
	{
		operation: 'create',
		name: 'with many recordings',
		parameters: { called: CALLED, contentType: 'voices', voiceIds: `={{ Array(6).fill('${WELCOME}') }}` },
		sends: { operation: 'createNotificationV1', fields: { called: PHONE, voiceContent: Array(6).fill(WELCOME).join('~') } },
		returns,
	},
	{
		operation: 'getManyVoices',
		parameters: { returnAll: false, limit: 10, filters: { type: 0 } },
		sends: { operation: 'queryVoices', fields: { type: 0, offset: 0, limit: 10 } },
		returns: { voiceId: WELCOME, name: 'welcome', type: 'recording', uploadedAt: '2022-02-17T05:10:06.836Z' },
		count: 2,
	},
	{
		operation: 'createTemplate',
		parameters: { name: 'Delivery2026', templateText: 'Your order ${NUM_6} arrives', additionalFields: { speed: 10, voice: 'cn_tianmeiru_common', volume: 60 } },
		sends: {
			operation: 'createVoiceTemplate',
			fields: { name: 'Delivery2026', scene: '3', speed: 10, volume: 60, voicename: 'cn_tianmeiru_common', voicecontent: { textcontent: 'Your order ${NUM_6} arrives' } },
		},
		returns: { success: true },
	},
];
