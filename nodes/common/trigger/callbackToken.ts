import type { IWebhookFunctions } from 'n8n-workflow';
import { isSame } from './isSame';
import type { Refusal } from './refusal';

const SHORTEST_TOKEN = 16;

/** The tokens that the callback carries: `?token=…` in the URL and the header `x-callback-token`. */
export function givenTokens(node: IWebhookFunctions): string[] {
	const query = node.getQueryData() as Record<string, unknown>;
	const given = [query.token, node.getHeaderData()['x-callback-token']];
	return given.filter((token) => typeof token === 'string' && token !== '') as string[];
}

/**
 * @param given what the callback carries
 * @param howTo how a callback is made to carry the token, as a sentence
 */
export function refuseToken(given: string[], expected: string, howTo: string): Refusal | undefined {
	if (given.length === 0) return { status: 401, reason: `The callback token is missing. ${howTo}` };
	const accepted = given.some((token) => isSame(token, expected));
	return accepted ? undefined : { status: 401, reason: 'The callback token is wrong' };
}

/**
 * What makes a token unfit, as a sentence that names its field; undefined when it is strong and survives in the callback's URL.
 *
 * @param marks what the URL may hold besides letters and digits
 */
export function tokenFault(token: string, field: string, marks = '-._~'): string | undefined {
	if (token === '') return `Fill in the '${field}' with at least ${SHORTEST_TOKEN} random characters`;
	if (token.length < SHORTEST_TOKEN) {
		return `The '${field}' has only ${token.length} characters and can be guessed. Use at least ${SHORTEST_TOKEN} random characters`;
	}
	if ([...token].some((character) => !/[A-Za-z0-9]/.test(character) && !marks.includes(character))) {
		return `The '${field}' contains characters that a URL changes. Use only letters, digits and ${[...marks].join(' ')}`;
	}
	return undefined;
}
