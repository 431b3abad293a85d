import { defineAction, type Given } from '../../../common/action/action';
import { optional } from '../../../common/action/fields';
import { InputError } from '../../../common/vendor/errors';
import type { AiccClient } from '../../aicc/client';
import { encodedUrl } from '../../aicc/fields';
import type { OperationName } from '../../aicc/operations';
import { known, objectOf, textOf } from '../../aicc/values';
import { additionalFields, fields as all, parameterFault } from './fields';

const fields = { ...all, templateParameters: optional(all.templateParameters) };

type Values = Given<typeof fields, typeof additionalFields>;

/** The most voices in a request to V2. */
const MOST_VOICES = 5;
const LONGEST_CONTENT = 1000;

/** V2 plays up to five recordings or a template, V1 any text and more recordings. */
function needsV1({ contentType, voiceIds }: Values): boolean {
	return contentType === 'text' || (contentType === 'voices' && voiceIds.length > MOST_VOICES);
}

function spoken({ contentType, text, voiceIds }: Values): string {
	return contentType === 'text' ? `$${text}$` : voiceIds.join('~');
}

function check(values: Values): void {
	const { contentType, templateParameters, playTimes } = values;
	const fault = contentType === 'template' && templateParameters ? parameterFault(templateParameters) : undefined;
	if (fault) throw new InputError(`'Template Parameters' ${fault}`);
	if (!needsV1(values)) return;
	if (playTimes !== undefined) throw new InputError("'Play Times' works only for a template and for up to 5 recordings: remove it");
	if (spoken(values).length > LONGEST_CONTENT) throw new InputError("'Voices' holds more IDs than fit into a request, which may have 1000 characters: use fewer");
}

function request(values: Values): [OperationName, object] {
	const { called, callerPresent, callBackUrl, priority, playTimes, contentType, voiceIds, templateId, templateParameters } = values;
	const common = {
		called,
		callerPresent,
		callBackUrl: callBackUrl === undefined ? undefined : encodedUrl(callBackUrl),
		priority: priority === undefined ? undefined : String(priority),
	};
	if (needsV1(values)) return ['createNotificationV1', { ...common, voiceContent: spoken(values) }];
	const template = { templateId, ...(templateParameters ? { templateParams: templateParameters } : {}) };
	const playList = contentType === 'template' ? [template] : voiceIds.map((voiceId) => ({ voiceId }));
	return ['createNotificationV2', { ...common, playList, playTimes }];
}

/** Source: createVoiceNotification V1 (cec_07_2801) and V2 (cec_07_2802, cec_07_1312). */
export const create = defineAction<AiccClient>()<typeof fields, typeof additionalFields>({
	operation: 'create',
	name: 'Create',
	action: 'Create voice notification',
	description: 'Call a customer and play recordings, a template or a text. No agent has to be signed in.',
	effect: 'dial',
	dials: 'called',
	findBy: { callId: 'callSerialNo' },
	simplify: false,
	fields,
	additionalFields,
	showOnlyFor: {
		voiceIds: { contentType: ['voices'] },
		templateId: { contentType: ['template'] },
		templateParameters: { contentType: ['template'] },
		text: { contentType: ['text'] },
	},
	check,
	async perform(client, values) {
		const answer = await client.send(...request(values));
		return [known({ callSerialNo: textOf(objectOf(answer.result).callSerialNo), outcome: 'accepted', called: values.called })];
	},
});
