import type { ICredentialDataDecryptedObject, IWebhookFunctions } from 'n8n-workflow';
import { CallbackSecrets as Store, entered } from '../../common/trigger/callbackSecrets';
import { givenTokens, refuseToken as refuseTokens, tokenFault } from '../../common/trigger/callbackToken';
import type { Refusal } from '../../common/trigger/refusal';
import type { Settings } from './settings';

export interface CallbackSecrets {
	callbackToken: string;
	callbackKey: string;
}

/** What Huawei takes in a callback URL besides letters and digits, as far as a query may hold it (`createCall`, cec_07_1303). */
const URL_MARKS = '-._';

function secretsOf(data: ICredentialDataDecryptedObject | undefined): CallbackSecrets {
	return { callbackToken: entered(data, 'callbackToken'), callbackKey: entered(data, 'callbackKey') };
}

export const secretStore = new Store('huaweiAiccApi', secretsOf);

type Access = Pick<Settings, 'authentication'>;

export function needsSecrets({ authentication }: Access): boolean {
	return authentication !== 'none';
}

/** What the settings need and the credential lacks, as a sentence; undefined when nothing is missing. */
export function secretFault({ authentication }: Access, { callbackToken, callbackKey }: CallbackSecrets): string | undefined {
	if (authentication === 'none') return undefined;
	if (authentication === 'signature') {
		return callbackKey === '' ? "The trigger has no key to verify the signature with. Choose a Huawei AICC API credential with a 'Callback Key'" : undefined;
	}
	if (callbackToken === '') {
		return "The trigger has no callback token to compare with. Choose a Huawei AICC API credential with a 'Callback Token'. To accept callbacks from anybody who knows the URL, set 'Authentication' to 'None'";
	}
	return tokenFault(callbackToken, 'Callback Token', URL_MARKS);
}

/** Huawei takes no `=` in a callback URL, so the token may also stand alone: `?` and the token. */
function tokensOf(node: IWebhookFunctions): string[] {
	const query = Object.entries(node.getQueryData() as Record<string, unknown>);
	return [...givenTokens(node), ...query.filter(([name, value]) => value === '' && name !== 'token').map(([name]) => name)];
}

/** Whether the callback may come in, as far as that can be told before its body is read. */
export function refuseToken(node: IWebhookFunctions, settings: Access, secrets: CallbackSecrets): Refusal | undefined {
	const fault = secretFault(settings, secrets);
	if (fault !== undefined) return { status: 403, reason: fault };
	if (settings.authentication !== 'callbackToken') return undefined;
	return refuseTokens(tokensOf(node), secrets.callbackToken, 'Add ? and the token to the callback URL, or send the header x-callback-token');
}
