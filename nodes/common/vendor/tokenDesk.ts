/** An access token. */
export interface Token {
	value: string;
	/** When to ask for the next one, shortly before this one ends; milliseconds since 1970. */
	renewAt: number;
}

/** Who asks for tokens. */
export interface TokenHolder {
	/** Tells accounts apart without holding a secret. */
	fingerprint: string;
	/** Where tokens are issued, and for which key: requests for the same go out one at a time. */
	issuer: string;
}

interface Kept {
	token?: Token;
	/** The moment at which the token was issued to this process; 0 for one that n8n had stored. */
	issued: number;
	/** The last token that the vendor refused: a stored copy of it is of no use. */
	refused?: string;
}

/**
 * The tokens that this process knows, one for each account. Whoever needs one waits for the request that is under way and shares its
 * token. A token lives here until it is refused or renewed; n8n stores a copy with the credential, so that a restart needs none. Each
 * vendor has one desk in a process.
 */
export class TokenDesk {
	private readonly kept = new Map<string, Kept>();

	/** By issuer: the end of the last token request. */
	private readonly queues = new Map<string, Promise<unknown>>();

	private moments = 0;

	/** A moment to compare with that at which a token was issued. */
	now(): number {
		return ++this.moments;
	}

	current(holder: TokenHolder): string | undefined {
		return this.kept.get(holder.fingerprint)?.token?.value;
	}

	/** A token that is good for now: one from here, the stored one, or else a new one. */
	async valid(holder: TokenHolder, stored: Token | undefined, request: () => Promise<Token>): Promise<Token> {
		this.adopt(holder, stored);
		return this.usable(holder) ?? (await this.inTurn(holder, async () => this.usable(holder) ?? this.keep(holder, await request())));
	}

	/**
	 * The vendor refused the token of a request.
	 *
	 * @param sentAt the moment before the request; a token that is newer is not the one that was refused
	 */
	refuse(holder: TokenHolder, sentAt: number): void {
		const kept = this.kept.get(holder.fingerprint);
		if (!kept?.token || kept.issued > sentAt) return;
		this.kept.set(holder.fingerprint, { issued: 0, refused: kept.token.value });
	}

	private adopt({ fingerprint }: TokenHolder, stored: Token | undefined): void {
		const kept = this.kept.get(fingerprint);
		if (!stored || stored.value === kept?.refused) return;
		if (!kept?.token || stored.renewAt > kept.token.renewAt) this.kept.set(fingerprint, { ...kept, token: stored, issued: 0 });
	}

	private usable({ fingerprint }: TokenHolder): Token | undefined {
		const token = this.kept.get(fingerprint)?.token;
		return token && token.renewAt > Date.now() ? token : undefined;
	}

	private keep({ fingerprint }: TokenHolder, token: Token): Token {
		this.kept.set(fingerprint, { ...this.kept.get(fingerprint), token, issued: this.now() });
		return token;
	}

	private async inTurn<T>({ issuer }: TokenHolder, work: () => Promise<T>): Promise<T> {
		const turn = (this.queues.get(issuer) ?? Promise.resolve()).then(work);
		const end = turn.catch(() => undefined);
		this.queues.set(issuer, end);
		try {
			return await turn;
		} finally {
			if (this.queues.get(issuer) === end) this.queues.delete(issuer);
		}
	}
}
