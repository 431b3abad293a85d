import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type JsonObject,
} from 'n8n-workflow';
import type { Effect } from '../action/action';
import { VendorError, type InputError, type VendorErrorDetails } from '../vendor/errors';

/** `unknown`: a request that can ring a phone or change a call was sent, and what it did, or what came of it, is not known. */
export type Outcome = 'rejected' | 'unknown';

/** How an item failed: plain data, from which n8n's errors and the items of the error output are made. */
export interface ItemFailure {
	itemIndex: number;
	/** All items that share the failure, if there are several. */
	items?: number[];
	kind: 'input' | 'vendor';
	message: string;
	description?: string;
	code: string;
	requestId?: string;
	httpStatus?: number;
	outcome: Outcome;
	throttled: boolean;
	/** What exists at the vendor. */
	exists?: VendorErrorDetails['exists'];
}

const NOT_REPEATED: Record<Effect, string> = {
	read: '',
	change:
		'It is not known whether the request took effect, so it was not sent again. Check at the vendor before you repeat it.',
	dial: 'The request was sent, so the phones may have rung. It was not sent again, so that nobody is called twice. Check the call records at the vendor before you call again.',
};

/** When the request was carried out, and a read that follows it failed. */
const CARRIED_OUT: Record<Effect, string> = {
	read: '',
	change: 'The request itself was carried out, and it was not sent again.',
	dial: 'The call itself was placed, and it was not placed again.',
};

function withStop(sentence: string): string {
	return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/**
 * What a failure means for an item.
 *
 * @param isCarriedOut the request that the effect is about was carried out, and what failed is a read that follows it
 */
export function itemFailure(error: VendorError | InputError, effect: Effect, itemIndex: number, isCarriedOut = false): ItemFailure {
	if (error instanceof VendorError) return vendorFailure(error.details(), effect, itemIndex, isCarriedOut);
	return { itemIndex, kind: 'input', message: error.message, code: 'InvalidInput', outcome: 'rejected', throttled: false };
}

function vendorFailure(error: VendorErrorDetails, effect: Effect, itemIndex: number, isCarriedOut: boolean): ItemFailure {
	const { message, code, vendorMessage, requestId, httpStatus, failure, exists, advice } = error;
	const unknown = (isCarriedOut || failure === 'noAnswer') && effect !== 'read';
	const notRepeated = advice ?? (isCarriedOut ? CARRIED_OUT : NOT_REPEATED)[effect];
	const said = [
		`Code: ${code}`,
		vendorMessage ? `Message: ${vendorMessage}` : '',
		requestId ? `Request ID: ${requestId}` : '',
	];
	return {
		itemIndex,
		kind: 'vendor',
		message: unknown ? `${withStop(message)} ${notRepeated}` : message,
		description: said.filter(Boolean).join(' · '),
		code,
		requestId,
		httpStatus,
		outcome: unknown ? 'unknown' : 'rejected',
		throttled: failure === 'throttled',
		exists,
	};
}

/** The input that an item of the output belongs to: one item, or all that went out together. */
export function paired(items: number[]): NonNullable<INodeExecutionData['pairedItem']> {
	const [first = 0, ...others] = items;
	return others.length === 0 ? { item: first } : items.map((item) => ({ item }));
}

function detailsOf({ code, requestId, outcome, exists }: ItemFailure): IDataObject {
	return { code, ...(requestId ? { requestId } : {}), ...exists, outcome };
}

/** The item that takes the failed one's place under "Continue on fail" and on the error output. */
export function failedItem(failure: ItemFailure): INodeExecutionData {
	const { itemIndex, items = [itemIndex], message } = failure;
	return { json: { error: message, details: detailsOf(failure) }, pairedItem: paired(items) };
}

function alsoFailed(others: ItemFailure[]): string {
	if (others.length === 0) return '';
	const list = others.map(({ itemIndex, outcome, code }) => `${itemIndex} (${outcome === 'unknown' ? 'outcome unknown' : code})`);
	return `Also failed: item ${list.join(', ')}`;
}

/**
 * The error that ends the node. It is built from plain data, never from the error of the HTTP helper, which carries the
 * request with its signature.
 *
 * @param others further items that failed before the node could stop
 */
export function nodeError(node: INode, failure: ItemFailure, others: ItemFailure[]): NodeApiError | NodeOperationError {
	const { message, code, requestId, outcome, itemIndex, httpStatus } = failure;
	const description = [failure.description, alsoFailed(others)].filter(Boolean).join(' · ') || undefined;
	if (failure.kind === 'input') return new NodeOperationError(node, message, { description, itemIndex });
	const plain: JsonObject = { code, requestId: requestId ?? '', outcome };
	const error = new NodeApiError(node, plain, {
		message,
		description,
		itemIndex,
		httpCode: httpStatus === undefined ? code : String(httpStatus),
		...(failure.throttled ? { failure: { cause: 'rate-limited' as const } } : {}),
	});
	// n8n replaces messages that belong to well-known network codes with its own, which say less.
	error.message = message;
	error.context.data = detailsOf(failure);
	return error;
}
