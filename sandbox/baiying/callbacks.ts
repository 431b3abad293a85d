import { createHmac } from 'node:crypto';
import { httpDate, javaDate } from './dates';
import type { Facts } from './facts';
import * as legacy from './legacyBodies';
import type { Fields } from './legacyBodies';
import * as open from './openBodies';
import type { Platform } from './retryPlan';

interface Kind {
	platform: Platform;
	/** `dataType` or `callbackType`. */
	type: string;
	/** How its `dateTime` is written; kinds without one are never signed. */
	dateTime?: (epochMs: number) => string;
	data(facts: Facts): Fields;
}

const KINDS = {
	callRecord: {
		platform: 'legacy',
		type: 'CALL_INSTANCE_RESULT',
		dateTime: javaDate,
		data: ({ call }) => legacy.callRecord(call),
	},
	inboundCall: {
		platform: 'legacy',
		type: 'INBOUND_CALL_INSTANCE_RESULT',
		dateTime: httpDate,
		data: ({ call }) => legacy.inboundCall(call),
	},
	intentionChange: {
		platform: 'legacy',
		type: 'CALL_INSTANCE_RESULT',
		data: ({ call }) => legacy.intentionChange(call),
	},
	jobStatus: { platform: 'legacy', type: 'JOB_INFO_RESULT', data: ({ job }) => legacy.jobStatus(job) },
	openCallRecord: { platform: 'open', type: 'CALL_INSTANCE_RESULT', data: ({ call }) => open.callRecord(call) },
	openJobStatus: { platform: 'open', type: 'JOB_INFO_RESULT', data: ({ job }) => open.jobStatus(job) },
} satisfies Record<string, Kind>;

export type CallbackKind = keyof typeof KINDS;

export const CALLBACK_KINDS = Object.keys(KINDS) as CallbackKind[];

export interface CallbackBody extends Fields {
	code: number;
	data: { data: Fields } & Fields;
	resultMsg: string;
}

/** A callback that can be sent. */
export interface Callback {
	kind: CallbackKind;
	body: CallbackBody;
}

const kindOf = (kind: CallbackKind): Kind => KINDS[kind];

export const platformOf = ({ kind }: Callback): Platform => kindOf(kind).platform;

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Objects are merged, anything else is replaced. */
function merged(fields: Fields, overrides: Fields): Fields {
	const changed = Object.entries(overrides).map(([key, value]) => {
		const present = fields[key];
		return [key, isFields(value) && isFields(present) ? merged(present, value) : value] as const;
	});
	return { ...fields, ...Object.fromEntries(changed) };
}

/**
 * The callback of this kind about these facts.
 *
 * @param overrides laid over the inner `data`, for example `{ sceneInstance: { finishStatus: 6 } }`
 */
export function buildCallback(kind: CallbackKind, facts: Facts, overrides: Fields = {}): Callback {
	const { platform, type, data } = kindOf(kind);
	const content = { data: merged(data(facts), overrides) };
	const body: CallbackBody =
		platform === 'legacy'
			? { code: 200, data: { dataType: type, ...content }, resultMsg: '成功', errorStackTrace: null }
			: { code: 200, data: { callbackType: type, ...content }, resultMsg: 'successful' };
	return { kind, body };
}

export interface SigningKeys {
	appKey: string;
	appSecret: string;
}

/**
 * The body with a fresh `dateTime` and, if there are keys, a `sign`. Baiying documents that both exist but not how to compute the sign.
 * This is the algorithm of its requests.
 */
export function stamped({ kind, body }: Callback, now: number, keys?: SigningKeys): CallbackBody {
	const dateTime = kindOf(kind).dateTime?.(now);
	if (dateTime === undefined) return body;
	const sign = keys ? createHmac('sha1', keys.appSecret).update(`${keys.appKey}\n${dateTime}`).digest('base64') : null;
	return { ...body, data: { ...body.data, data: { ...body.data.data, sign, dateTime } } };
}
