import type { ICredentialDataDecryptedObject, ICredentialTestRequest, IHttpRequestHelper } from 'n8n-workflow';
import { readAccount, type AgentAccount } from './gateway/account';
import { Gateway } from './gateway/gateway';
import { sendThrough } from './gateway/http';
import { explain } from './gateway/meanings';
import { sessions } from './session/registry';
import { signIn } from './session/signIn';
import { TIMING } from './session/timing';

const TIMEOUT_MS = 20_000;

/** Keys for a single request: those of the session that a workflow has with the agent now, or else those of a new session. */
async function open(credentials: ICredentialDataDecryptedObject, helpers: IHttpRequestHelper['helpers']): Promise<Record<string, string>> {
	const account = readAccount(credentials);
	const live = sessions.find(account);
	if (live) return live.gateway.keyHeaders();
	if (sessions.isInUse(account)) throw inUse(account);
	const gateway = new Gateway(account, sendThrough(helpers), TIMEOUT_MS);
	await signIn(gateway, { takeOver: account.takeOver, backOffMs: TIMING.signInBackOffMs });
	return gateway.keyHeaders();
}

function inUse({ agentId }: AgentAccount): Error {
	return new Error(`Agent ${agentId} is in use by a workflow, which this would cut off. Try again when the workflow has finished`);
}

/**
 * Signs the agent of a credential in for a single request.
 *
 * @returns the headers that carry the session
 * @throws Error with only a message: if there is a code, n8n's credential test shows the code instead
 */
export async function openForRequest(credentials: ICredentialDataDecryptedObject, helpers: IHttpRequestHelper['helpers']): Promise<Record<string, string>> {
	return await open(credentials, helpers).catch((error: unknown) => {
		throw new Error(error instanceof Error ? error.message : 'The agent could not be signed in');
	});
}

/** The credential test signs out the agent it has signed in, but never ends a session that a workflow needs. */
export function refuseToSignOutWorkflows(credentials: ICredentialDataDecryptedObject, address: string): void {
	const account = readAccount(credentials);
	if (/\/(force)?logout/.test(address) && sessions.isInUse(account)) throw inUse(account);
}

const SIGN_OUT_REFUSALS = ['000-001', '000-002', '000-003', '000-004', '000-006', '000-007', '100-005', '100-006', '100-007', '100-009', '100-010', '999-001'];

/** What n8n's credential test says when the gateway refuses the sign-out. */
export const signOutRules: NonNullable<ICredentialTestRequest['rules']> = SIGN_OUT_REFUSALS.map((value) => ({
	type: 'responseSuccessBody',
	properties: { key: 'retcode', value, message: `The agent was signed in but could not be signed out again. ${explain(value)}` },
}));
