import { createHash } from 'node:crypto';
import type { VendorError } from '../../common/vendor/errors';
import { agentKey, type AgentAccount } from '../gateway/account';

/** A wrong or expired password, and the codes of the family that the account was not accepted with. */
const ACCOUNT_REFUSED = /^(100-004|100-020|110-)/;

/** Whether another attempt with the same password could lock the account. */
export function refusesAccount({ code }: VendorError): boolean {
	return ACCOUNT_REFUSED.test(code);
}

function keyOf(account: AgentAccount): string {
	return createHash('sha256').update(`${agentKey(account)}\n${account.password}`).digest('base64url');
}

/**
 * The agents that the gateway has not accepted with their password. n8n publishes a workflow again and again after a failure, and a few
 * wrong passwords lock the account.
 */
export class RefusedAccounts {
	private readonly refusals = new Map<string, VendorError>();

	/** Why the account was refused with this password before. */
	why(account: AgentAccount): VendorError | undefined {
		return this.refusals.get(keyOf(account));
	}

	remember(account: AgentAccount, refusal: VendorError): void {
		if (refusesAccount(refusal)) this.refusals.set(keyOf(account), refusal);
	}

	forget(account: AgentAccount): void {
		this.refusals.delete(keyOf(account));
	}
}

/** Those of this process. */
export const refusedAccounts = new RefusedAccounts();
