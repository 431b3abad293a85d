import type { IWebhookFunctions } from 'n8n-workflow';
import { readJson, tidy, type Json } from '../vendor/tidyJson';

interface WithRawBody {
	rawBody?: Buffer;
	readRawBody?: () => Promise<void>;
	body?: unknown;
}

/**
 * The JSON in the request's body, whatever the content type says. The raw bytes are parsed here, because n8n's own parsing loses the
 * last digits of 64-bit ids.
 *
 * @param inStrings fields in which the vendor sends JSON as a string
 * @throws SyntaxError when the body is not JSON
 */
export async function readBody(node: IWebhookFunctions, inStrings?: ReadonlySet<string>): Promise<Json> {
	const request: WithRawBody = node.getRequestObject();
	if (!request.rawBody) await request.readRawBody?.();
	if (request.rawBody) return readJson(request.rawBody.toString('utf8'), inStrings);
	if (typeof request.body === 'string') return readJson(request.body, inStrings);
	return tidy((request.body ?? null) as Json, inStrings);
}
