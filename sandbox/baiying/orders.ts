import { CALLBACK_KINDS, type CallbackKind } from './callbacks';
import type { CampaignOrder } from './campaign';
import type { ContentType, DeliverOptions } from './deliveries';
import { GRADE_WORDINGS, type Grade } from './facts';
import type { Fields } from './legacyBodies';
import type { Platform } from './retryPlan';
import type { Customer } from './robot';

/** An order that the control interface cannot carry out; the message says why. */
export class OrderError extends Error {}

export interface DeliverOrder extends DeliverOptions {
	targetUrl: string;
	kind: CallbackKind;
	overrides: Fields;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Callbacks carry tokens, so the sandbox sends them to this machine only. */
export function loopbackUrl(value: unknown, name: string): string {
	const isUrl = typeof value === 'string' && URL.canParse(value);
	if (!isUrl || !LOOPBACK.test(new URL(value).hostname)) {
		throw new OrderError(`${name} must be a URL on this machine, such as http://127.0.0.1:5678/webhook/…?token=…`);
	}
	return value;
}

function fieldsOf(value: unknown, name: string): Fields {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new OrderError(`${name} must be a JSON object.`);
	}
	return value as Fields;
}

function oneOf<T extends string>(value: unknown, name: string, allowed: readonly T[]): T {
	const found = allowed.find((one) => one === value);
	if (found === undefined) throw new OrderError(`${name} must be one of ${allowed.join(', ')}.`);
	return found;
}

function whole(value: unknown, name: string, most: number): number | undefined {
	if (value === undefined) return undefined;
	if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1 || value > most) {
		throw new OrderError(`${name} must be a whole number from 1 to ${most}.`);
	}
	return value;
}

function options(fields: Fields): DeliverOptions {
	return {
		contentType: oneOf<ContentType>(fields.contentType ?? 'json', 'contentType', ['json', 'text']),
		copies: whole(fields.copies, 'copies', 100),
		sign: fields.sign === true,
	};
}

export function readDeliverOrder(body: unknown): DeliverOrder {
	const fields = fieldsOf(body, 'The body');
	return {
		...options(fields),
		targetUrl: loopbackUrl(fields.targetUrl, 'targetUrl'),
		kind: oneOf(fields.kind, 'kind', CALLBACK_KINDS),
		overrides: fieldsOf(fields.overrides ?? {}, 'overrides'),
	};
}

function readCustomer(value: unknown): Customer {
	const { phone, name, grade, labels, properties } = fieldsOf(value, 'Each of customers');
	if (typeof phone !== 'string' || phone === '') throw new OrderError('Each of customers needs a phone.');
	return {
		phone,
		name: typeof name === 'string' ? name : undefined,
		grade: grade === undefined ? undefined : oneOf(grade, 'grade', Object.keys(GRADE_WORDINGS) as Grade[]),
		labels: Array.isArray(labels) ? labels.map(String) : undefined,
		properties: properties === undefined ? undefined : fieldsOf(properties, 'properties'),
	};
}

export function readCampaignOrder(body: unknown): CampaignOrder {
	const fields = fieldsOf(body, 'The body');
	if (!Array.isArray(fields.customers) || fields.customers.length === 0) {
		throw new OrderError('customers must be a list of customers to call.');
	}
	return {
		...options(fields),
		targetUrl: loopbackUrl(fields.targetUrl, 'targetUrl'),
		customers: fields.customers.map(readCustomer),
		jobName: typeof fields.jobName === 'string' ? fields.jobName : undefined,
		seats: whole(fields.seats, 'seats', 100),
		platform: oneOf<Platform>(fields.platform ?? 'legacy', 'platform', ['legacy', 'open']),
		jobStatusUrl: fields.jobStatusUrl === undefined ? undefined : loopbackUrl(fields.jobStatusUrl, 'jobStatusUrl'),
	};
}
