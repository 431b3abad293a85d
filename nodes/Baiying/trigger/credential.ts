import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	IHookFunctions,
	INodeCredentialTestResult,
	IWebhookFunctions,
} from 'n8n-workflow';
import { Recent } from './recent';
import type { Settings } from './settings';
import { callbackSign } from './secrets';

export const CREDENTIAL = 'baiyingCallbackApi';

const SHORTEST_TOKEN = 16;

export interface CallbackSecrets {
	token: string;
	appKey: string;
	appSecret: string;
}

function secretsOf(data: ICredentialDataDecryptedObject | undefined): CallbackSecrets {
	const field = (name: keyof CallbackSecrets) => {
		const value = data?.[name];
		return typeof value === 'string' ? value.trim() : '';
	};
	return { token: field('token'), appKey: field('appKey'), appSecret: field('appSecret') };
}

type Access = Pick<Settings, 'authentication' | 'verifySignature'>;

/** What the node's credential holds; empty fields when none is chosen or needed. n8n refuses to read one that the editor hides. */
export async function readSecrets(
	node: IWebhookFunctions | IHookFunctions,
	{ authentication }: Access,
): Promise<CallbackSecrets> {
	const isChosen = authentication === 'callbackToken' && node.getNode().credentials?.[CREDENTIAL];
	return secretsOf(isChosen ? await node.getCredentials<ICredentialDataDecryptedObject>(CREDENTIAL) : undefined);
}

/**
 * n8n makes a sandbox for expressions each time it reads a credential, which takes longer than the rest of the node. So the secrets
 * serve the callbacks of the next minute at most. Under steady traffic, changed secrets are known after seconds.
 */
const recentSecrets = new Recent<CallbackSecrets>({ refreshMs: 5_000, lifetimeMs: 60_000 });

/** A refusal holds only with secrets younger than this, so that a changed token works at once. */
const FRESH_MS = 500;

/** The result of `check` with the node's secrets. Before it refuses, it reads them again. */
export async function refuseBySecrets<Refused>(
	node: IWebhookFunctions,
	access: Access,
	check: (secrets: CallbackSecrets) => Refused | undefined,
): Promise<Refused | undefined> {
	const read = async () => await readSecrets(node, access);
	const id = node.getNode().credentials?.[CREDENTIAL]?.id;
	// The test URL always uses the current secrets; without authentication nothing has to be read.
	if (!id || node.getMode() === 'manual' || access.authentication !== 'callbackToken') return check(await read());
	return check(await recentSecrets.get(id, read)) && check(await recentSecrets.get(id, read, FRESH_MS));
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
	if (token === '') return `Fill in the 'Token' with at least ${SHORTEST_TOKEN} random characters`;
	if (token.length < SHORTEST_TOKEN) {
		return `The 'Token' has only ${token.length} characters and can be guessed. Use at least ${SHORTEST_TOKEN} random characters`;
	}
	if (!/^[\w.~-]*$/.test(token)) {
		return "The 'Token' contains characters that a URL changes. Use only letters, digits and - . _ ~";
	}
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
