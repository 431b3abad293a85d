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

/** What the node's credential holds; empty fields when none is chosen. */
export async function readSecrets(node: IWebhookFunctions | IHookFunctions): Promise<CallbackSecrets> {
	if (!node.getNode().credentials?.[CREDENTIAL]) return secretsOf(undefined);
	return secretsOf(await node.getCredentials<ICredentialDataDecryptedObject>(CREDENTIAL));
}

/**
 * n8n makes a sandbox for expressions each time it reads a credential, which takes longer than all the rest of the node; so what was
 * read serves the callbacks of the next minute at most. With one callback after another, changed secrets are known after seconds.
 */
const recentSecrets = new Recent<CallbackSecrets>({ refreshMs: 5_000, lifetimeMs: 60_000 });

/** A refusal holds only with secrets younger than this: a token that was just changed works at once. */
const FRESH_MS = 500;

/** What `check` says with the node's secrets; a refusal is made sure of with fresh ones. */
export async function refuseBySecrets<Refused>(
	node: IWebhookFunctions,
	check: (secrets: CallbackSecrets) => Refused | undefined,
): Promise<Refused | undefined> {
	const read = async () => await readSecrets(node);
	const id = node.getNode().credentials?.[CREDENTIAL]?.id;
	// The test URL is for trying things out.
	if (!id || node.getMode() === 'manual') return check(await read());
	return check(await recentSecrets.get(id, read)) && check(await recentSecrets.get(id, read, FRESH_MS));
}

/** What the settings need and the credential lacks, as a sentence; undefined when it has all. */
export function missingSecret(
	{ authentication, verifySignature }: Pick<Settings, 'authentication' | 'verifySignature'>,
	{ token, appKey, appSecret }: CallbackSecrets,
): string | undefined {
	if (authentication !== 'none' && token === '') {
		return "The trigger expects a callback token, but has none to compare with. Choose a Baiying Callback API credential with a 'Token'";
	}
	if (verifySignature && (appKey === '' || appSecret === '')) {
		return "The trigger verifies the signature, but has no key for it. Choose a Baiying Callback API credential with 'App Key' and 'App Secret'";
	}
	return undefined;
}

function fault({ token, appKey, appSecret }: CallbackSecrets): string | undefined {
	if (token === '' && appKey === '' && appSecret === '') {
		return "Fill in the 'Token', or 'App Key' and 'App Secret', or all three";
	}
	if (token !== '' && token.length < SHORTEST_TOKEN) {
		return `The 'Token' has ${token.length} characters and can be guessed. Use at least ${SHORTEST_TOKEN} random ones`;
	}
	if (!/^[\w.~-]*$/.test(token)) {
		return "The 'Token' holds characters that a URL changes. Use only letters, digits and - . _ ~";
	}
	if ((appKey === '') !== (appSecret === '')) {
		return "The signature needs both 'App Key' and 'App Secret'. Fill in both or neither";
	}
	return undefined;
}

/**
 * The credential's test. Baiying calls n8n with these secrets and offers nothing to try them on, so it checks what can be checked here:
 * that the token is strong and survives in a URL, that the key pair is complete, and that a signature can be computed with it.
 */
export async function testCallbackCredential(
	credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	const secrets = secretsOf(credential.data);
	const message = fault(secrets);
	if (message !== undefined) return { status: 'Error', message };
	const { token, appKey, appSecret } = secrets;
	const checked = token === '' ? [] : ['the token can be carried by the callback URL'];
	if (appKey !== '') {
		callbackSign(appKey, appSecret, new Date().toUTCString());
		checked.push('a signature can be computed');
	}
	return { status: 'OK', message: `Checked: ${checked.join(', and ')}` };
}
