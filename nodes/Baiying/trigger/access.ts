import type { IWebhookFunctions } from 'n8n-workflow';
import { givenTokens, refuseToken as refuseTokens } from '../../common/trigger/callbackToken';
import { isSame } from '../../common/trigger/isSame';
import type { Refusal } from '../../common/trigger/refusal';
import type { Callback } from '../callback/callback';
import { isObject, objectOf } from '../callback/json';
import { text } from '../callback/values';
import { missingSecret, type CallbackSecrets } from './credential';
import { callbackSign } from './secrets';
import type { Settings } from './settings';

export function refuseToken(
	node: IWebhookFunctions,
	settings: Settings,
	secrets: CallbackSecrets,
): Refusal | undefined {
	const missing = missingSecret(settings, secrets);
	if (missing !== undefined) return { status: 403, reason: missing };
	if (settings.authentication === 'none') return undefined;
	return refuseTokens(givenTokens(node), secrets.token, 'Add ?token=… to the callback URL, or send the header x-callback-token');
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
