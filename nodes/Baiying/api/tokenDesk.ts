import type { Account } from './account';

/** An access token of the open platform. */
export interface Token {
	value: string;
	/** When to ask for the next one, shortly before this one ends; milliseconds since 1970. */
	renewAt: number;
}

interface Kept {
	token?: Token;
	/** The moment at which the token was issued to this process; 0 for one that n8n had stored. */
	issued: number;
	/** The last token that Baiying refused: a stored copy of it is of no use. */
	refused?: string;
}

/**
 * The tokens that this process knows, one for each account. Baiying issues one token at a time, so whoever needs one waits for the
 * request that is under way and shares its token. A token lives here until it is refused or renewed; n8n stores a copy with
 * the credential, so that a restart needs none.
 */
export class TokenDesk {
	private readonly kept = new Map<string, Kept>();

	/** By app key: the end of the last token request. */
	private readonly queues = new Map<string, Promise<unknown>>();

	private moments = 0;

	/** A moment to compare with that at which a token was issued. */
	now(): number {
		return ++this.moments;
	}

	current(account: Account): string | undefined {
		return this.kept.get(account.fingerprint)?.token?.value;
	}

	/** A token that is good for now: one from here, the stored one, or else a new one. */
	async valid(account: Account, stored: Token | undefined, request: () => Promise<Token>): Promise<Token> {
		this.adopt(account, stored);
		return this.usable(account) ?? (await this.inTurn(account, async () => this.usable(account) ?? this.keep(account, await request())));
	}

	/**
	 * Baiying refused the token of a request.
	 *
	 * @param sentAt the moment before the request; a token that is newer is not the one that was refused
	 */
	refuse(account: Account, sentAt: number): void {
		const kept = this.kept.get(account.fingerprint);
		if (!kept?.token || kept.issued > sentAt) return;
		this.kept.set(account.fingerprint, { issued: 0, refused: kept.token.value });
	}

	private adopt({ fingerprint }: Account, stored: Token | undefined): void {
		const kept = this.kept.get(fingerprint);
		if (!stored || stored.value === kept?.refused) return;
		if (!kept?.token || stored.renewAt > kept.token.renewAt) this.kept.set(fingerprint, { ...kept, token: stored, issued: 0 });
	}

	private usable({ fingerprint }: Account): Token | undefined {
		const token = this.kept.get(fingerprint)?.token;
		return token && token.renewAt > Date.now() ? token : undefined;
	}

	private keep({ fingerprint }: Account, token: Token): Token {
		this.kept.set(fingerprint, { ...this.kept.get(fingerprint), token, issued: this.now() });
		return token;
	}

	private async inTurn<T>({ tokenUrl, appKey }: Account, work: () => Promise<T>): Promise<T> {
		const key = `${tokenUrl} ${appKey}`;
		const turn = (this.queues.get(key) ?? Promise.resolve()).then(work);
		const end = turn.catch(() => undefined);
		this.queues.set(key, end);
		try {
			return await turn;
		} finally {
			if (this.queues.get(key) === end) this.queues.delete(key);
		}
	}
}

/** The one desk of this process. */
export const tokens = new TokenDesk();
