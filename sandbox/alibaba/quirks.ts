/** The vendor's answer before a documented style is applied to it. */
export interface CccAnswer {
	Code: string;
	HttpStatusCode: number;
	Message: string;
	Params: string[];
	RequestId: string;
	Data?: unknown;
}

/** `clean` is what the current SDK's types say; the others are the sample answers of the three vendor pages. */
export type AnswerStyle = 'clean' | 'launchSurveyPage' | 'sendDtmfSignalingPage' | 'startBack2BackCallPage';

export const DOCUMENTED_STYLES: readonly AnswerStyle[] = [
	'launchSurveyPage',
	'sendDtmfSignalingPage',
	'startBack2BackCallPage',
];

type Field = [name: string, value: unknown];

/** How one field of an answer looks in a style; undefined leaves the field out. */
type FieldStyle = (name: string, value: unknown) => unknown;

const FILLER = '无';
const PHONE_FIELDS = ['Mobile', 'Extension', 'Originator', 'Destination', 'UserExtension'];

const STYLES: Record<AnswerStyle, FieldStyle> = {
	clean: (_name, value) => value,

	/** Everything is text, empty is 「无」, a list of ids is JSON inside a string, a channel id ends with a stray quote. */
	launchSurveyPage: (name, value) => {
		if (name === 'ChannelId') return `${String(value)}"`;
		if (name === 'SignedSkillGroupIdList') return JSON.stringify(value);
		if (name === 'Params' && isEmpty(value)) return FILLER;
		if (value === '') return FILLER;
		return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
	},

	/** Empty fields are left out, phone numbers are JSON numbers, a lone channel is no array, `>` is escaped twice. */
	sendDtmfSignalingPage: (name, value) => {
		if (name === 'ChannelId') return `${String(value).replaceAll('>', '&amp;gt;')}"`;
		if (name === 'SignedSkillGroupIdList') return JSON.stringify(value);
		if (name === 'ChannelContexts' && Array.isArray(value) && value.length === 1) return value[0] as unknown;
		if (value === '' || (name === 'Params' && isEmpty(value))) return undefined;
		return PHONE_FIELDS.includes(name) && /^\d{1,15}$/.test(String(value)) ? Number(value) : value;
	},

	/** True types, but empty is 「无」, also inside `Params`. */
	startBack2BackCallPage: (name, value) => {
		if (name === 'Params' && isEmpty(value)) return [FILLER];
		return value === '' ? FILLER : value;
	},
};

/** Applies a style to the answer, at every depth. */
export function inStyle(answer: CccAnswer, style: AnswerStyle): unknown {
	return restyle(answer, STYLES[style]);
}

function restyle(value: unknown, style: FieldStyle): unknown {
	if (Array.isArray(value)) return value.map((entry) => restyle(entry, style));
	if (typeof value !== 'object' || value === null) return value;
	const fields = Object.entries(value)
		.map(([name, inner]): Field => [name, style(name, restyle(inner, style))])
		.filter(([, styled]) => styled !== undefined);
	return Object.fromEntries(fields);
}

function isEmpty(value: unknown): boolean {
	return Array.isArray(value) && value.length === 0;
}
