import type { IWebhookFunctions } from 'n8n-workflow';
import type { Callback } from '../callback/callback';
import { isObject, objectOf } from '../callback/json';
import { text } from '../callback/values';
import { isInRanges, malformedRange } from './addresses';
import { missingSecret, type CallbackSecrets } from './credential';
import type { Refusal } from './refusal';
import { callbackSign, isSame } from './secrets';
import type { Settings } from './settings';

/** Why the list admits no address at all, as a sentence; undefined when it is in order. */
export function addressListFault(allowedIps: string[] | undefined): string | undefined {
	if (!allowedIps) return undefined;
	if (allowedIps.length === 0) {
		return "The option 'Allowed IPs' is empty, so the trigger refuses every callback. List addresses or ranges, or remove the option";
	}
	const malformed = malformedRange(allowedIps);
	return malformed === undefined
		? undefined
		: `The option 'Allowed IPs' contains "${malformed}", which is neither an IP address nor a CIDR range such as 42.192.127.32/27`;
}

export function refuseAddress(
	address: string | undefined,
	{ allowedIps }: Pick<Settings, 'allowedIps'>,
): Refusal | undefined {
	if (!allowedIps) return undefined;
	const fault = addressListFault(allowedIps);
	if (fault !== undefined) return { status: 403, reason: fault };
	if (address !== undefined && isInRanges(address, allowedIps)) return undefined;
	return { status: 403, reason: `The address ${address ?? '(unknown)'} may not send callbacks` };
}

/** The tokens that the callback carries: `?token=…` in the URL and the header `x-callback-token`. */
function givenTokens(node: IWebhookFunctions): string[] {
	const query = node.getQueryData() as Record<string, unknown>;
	const given = [query.token, node.getHeaderData()['x-callback-token']];
	return given.filter((token) => typeof token === 'string' && token !== '') as string[];
}

export function refuseToken(
	node: IWebhookFunctions,
	settings: Settings,
	secrets: CallbackSecrets,
): Refusal | undefined {
	const missing = missingSecret(settings, secrets);
	if (missing !== undefined) return { status: 403, reason: missing };
	if (settings.authentication === 'none') return undefined;
	const tokens = givenTokens(node);
	if (tokens.length === 0) {
		return {
			status: 401,
			reason: 'The callback token is missing. Add ?token=… to the callback URL, or send the header x-callback-token',
		};
	}
	const accepted = tokens.some((token) => isSame(token, secrets.token));
	return accepted ? undefined : { status: 401, reason: 'The callback token is wrong' };
}

/** Baiying sends `sign` and `dateTime` next to the call; they are accepted in the envelope as well. */
function signatureOf({ data, payload }: Callback): { sign: string; dateTime: string } | undefined {
	for (const part of [data, objectOf(payload.data), payload].filter(isObject)) {
		const [sign, dateTime] = [text(part.sign), text(part.dateTime)];
		if (sign !== null && dateTime !== null) return { sign, dateTime };
	}
	return undefined;
}

export function refuseSignature(
	callback: Callback,
	{ verifySignature }: Settings,
	{ appKey, appSecret }: CallbackSecrets,
): Refusal | undefined {
	if (!verifySignature) return undefined;
	const signature = signatureOf(callback);
	if (!signature) return { status: 401, reason: 'The callback has no sign or no dateTime' };
	const accepted = isSame(signature.sign, callbackSign(appKey, appSecret, signature.dateTime));
	return accepted ? undefined : { status: 401, reason: 'The sign of the callback is wrong' };
}
