import type { Resource } from '../../../common/action/resource';
import type { AiccClient } from '../../aicc/client';
import { connectAicc } from '../../aicc/connect';
import { create } from './create';
import { createTemplate } from './createTemplate';
import { getManyVoices } from './getManyVoices';

export const voiceNotification: Resource<AiccClient> = {
	name: 'Voice Notification',
	value: 'voiceNotification',
	defaultOperation: 'create',
	connect: connectAicc,
	actions: [create, createTemplate, getManyVoices],
};
