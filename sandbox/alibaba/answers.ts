import { randomUUID } from 'node:crypto';
import { CccError, GatewayError } from './errors';
import { inStyle, type AnswerStyle, type CccAnswer } from './quirks';

export interface Answer {
	status: number;
	headers?: Record<string, string>;
	body: unknown;
}

export interface AnswerOptions {
	style: AnswerStyle;
	/** The call center's own errors come with HTTP 200. */
	errorsInHttp200: boolean;
	/** The name under which the client addressed the server. */
	host: string;
}

export function success(data: unknown, { style }: AnswerOptions): Answer {
	const answer: CccAnswer = {
		Code: 'OK',
		HttpStatusCode: 200,
		Message: '',
		Params: [],
		RequestId: requestId(),
		Data: data,
	};
	return { status: 200, body: inStyle(answer, style) };
}

/** The gateway's or the call center's envelope; rethrows what is neither's error. */
export function failure(error: unknown, options: AnswerOptions): Answer {
	if (error instanceof GatewayError) return gatewayFailure(error, options);
	if (error instanceof CccError) return cccFailure(error, options);
	throw error;
}

function gatewayFailure({ status, code, message, headers }: GatewayError, { host }: AnswerOptions): Answer {
	const id = requestId();
	const body = {
		RequestId: id,
		HostId: host,
		Code: code,
		Message: message,
		Recommend: `https://api.aliyun.com/troubleshoot?q=${code}&product=CCC&requestId=${id}`,
	};
	return { status, headers, body };
}

function cccFailure(error: CccError, { style, errorsInHttp200 }: AnswerOptions): Answer {
	const answer: CccAnswer = {
		Code: error.code,
		HttpStatusCode: error.status,
		Message: error.template,
		Params: error.params,
		RequestId: requestId(),
	};
	return { status: errorsInHttp200 ? 200 : error.status, body: inStyle(answer, style) };
}

function requestId(): string {
	return randomUUID().toUpperCase();
}
