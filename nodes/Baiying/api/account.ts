import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { TokenHolder } from '../../common/vendor/tokenDesk';

/** Who asks, and where: what both credentials have in common. */
export interface Account extends TokenHolder {
	/** Without a slash at the end. */
	baseUrl: string;
	appKey: string;
	appSecret: string;
	companyId: string;
	/** Where the open platform issues tokens; empty for the older API. */
	tokenUrl: string;
}

function entered(value: unknown): string {
	return String(value ?? '').trim();
}

/** The fields of a credential as they are used. */
export function accountOf({ baseUrl, appKey, appSecret, companyId, tokenUrl }: ICredentialDataDecryptedObject): Account {
	const account = {
		baseUrl: entered(baseUrl).replace(/\/+$/, ''),
		appKey: entered(appKey),
		appSecret: entered(appSecret),
		companyId: entered(companyId),
		tokenUrl: entered(tokenUrl),
	};
	const fingerprint = createHash('sha256').update(JSON.stringify(account)).digest('hex');
	return { ...account, fingerprint, issuer: `${account.tokenUrl} ${account.appKey}` };
}
