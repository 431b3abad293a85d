import type { ICredentialDataDecryptedObject, ICredentialsDecrypted, INodeCredentialTestResult } from 'n8n-workflow';
import { CallbackSecrets as Store, entered } from '../../common/trigger/callbackSecrets';
import { tokenFault } from '../../common/trigger/callbackToken';
import type { Settings } from './settings';
import { callbackSign } from './secrets';

export interface CallbackSecrets {
	token: string;
	appKey: string;
	appSecret: string;
}

function secretsOf(data: ICredentialDataDecryptedObject | undefined): CallbackSecrets {
	return { token: entered(data, 'token'), appKey: entered(data, 'appKey'), appSecret: entered(data, 'appSecret') };
}

export const secretStore = new Store('baiyingCallbackApi', secretsOf);

type Access = Pick<Settings, 'authentication' | 'verifySignature'>;

export function needsSecrets({ authentication }: Access): boolean {
	return authentication === 'callbackToken';
}

/** What the settings need and the credential lacks, as a sentence; undefined when nothing is missing. */
export function missingSecret(
	{ authentication, verifySignature }: Access,
	{ token, appKey, appSecret }: CallbackSecrets,
): string | undefined {
	if (authentication === 'none') {
		return verifySignature
			? "The option 'Verify Signature' needs the credential. Set 'Authentication' to 'Callback Token', or remove the option"
			: undefined;
	}
	if (token === '') {
		return "The trigger has no callback token to compare with. Choose a Baiying Callback API credential with a 'Token'. To accept callbacks from anybody who knows the URL, set 'Authentication' to 'None'";
	}
	if (verifySignature && (appKey === '' || appSecret === '')) {
		return "The trigger has no keys to verify the signature with. Choose a Baiying Callback API credential with 'App Key' and 'App Secret'";
	}
	return undefined;
}

function fault({ token, appKey, appSecret }: CallbackSecrets): string | undefined {
	const unfit = tokenFault(token, 'Token');
	if (unfit !== undefined) return unfit;
	if ((appKey === '') !== (appSecret === '')) {
		return "The signature needs both 'App Key' and 'App Secret'. Fill in both or neither";
	}
	return undefined;
}

/**
 * The credential's test. Baiying calls n8n with these secrets and offers no way to try them. So the test checks what it can: that the
 * token is strong and survives in a URL, that the key pair is complete, and that it can compute a signature.
 */
export async function testCallbackCredential(
	credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	const secrets = secretsOf(credential.data);
	const message = fault(secrets);
	if (message !== undefined) return { status: 'Error', message };
	const checked = 'The callback URL can carry the token';
	if (secrets.appKey === '') return { status: 'OK', message: checked };
	callbackSign(secrets.appKey, secrets.appSecret, new Date().toUTCString());
	return { status: 'OK', message: `${checked}, and the keys can compute a signature` };
}
