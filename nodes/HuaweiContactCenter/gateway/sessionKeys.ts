const PREFIX = /^JSESSIONID=/;

function firstText(value: unknown): string | undefined {
	const first: unknown = Array.isArray(value) ? value[0] : value;
	return typeof first === 'string' && first !== '' ? first : undefined;
}

/**
 * What proves that a request belongs to the session: the guid and the cookies. The guid changes now and then (AUTHMODE 2) or never
 * (AUTHMODE 1). The cookies lead a load balancer to the session's server. Source: "C4 agent operation interface authentication"
 * (cec_07_0005).
 */
export class SessionKeys {
	private guid?: string;

	private readonly cookies = new Map<string, string>();

	/** Whether a sign-in has brought a guid. */
	get present(): boolean {
		return this.guid !== undefined;
	}

	/** Keeps the keys that an answer brings; header names are lower case. */
	learn(headers: Record<string, unknown>): void {
		const given = firstText(headers['set-guid']) ?? (this.guid === undefined ? firstText(headers.guid) : undefined);
		if (given) this.guid = given.replace(PREFIX, '');
		const cookies: unknown[] = [headers['set-cookie'] ?? []].flat();
		for (const cookie of cookies) this.learnCookie(String(cookie));
	}

	/** The request headers that carry the keys. */
	headers(): Record<string, string> {
		const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		return { ...(this.guid ? { Guid: this.guid } : {}), ...(cookie ? { Cookie: cookie } : {}) };
	}

	private learnCookie(cookie: string): void {
		const [pair = ''] = cookie.split(';');
		const at = pair.indexOf('=');
		if (at > 0) this.cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
	}
}
