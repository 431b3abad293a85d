import { VendorError } from './errors';

const NOTHING_WAS_SENT: Record<string, string> = {
	ECONNREFUSED: 'Nobody answers at {host}. Check the address in the credential and that the service is running',
	ENOTFOUND: 'The host name {host} is not known. Check the address in the credential',
	EAI_AGAIN: 'The host name {host} could not be looked up. Check the network and DNS of the n8n server',
	EHOSTUNREACH: 'There is no route to {host}. Check the network between the n8n server and the vendor',
	ENETUNREACH: 'There is no route to {host}. Check the network between the n8n server and the vendor',
};

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL|EPROTO/;

interface Link {
	code?: unknown;
	syscall?: unknown;
	message?: unknown;
	cause?: unknown;
	status?: unknown;
}

/** n8n wraps the network's error once or twice; the codes are further down. */
function chain(error: unknown): Link[] {
	const links: Link[] = [];
	let link: unknown = error;
	while (typeof link === 'object' && link !== null && links.length < 6) {
		links.push(link);
		link = (link as Link).cause;
	}
	return links;
}

function codeOf(links: Link[]): string {
	const deepest = [...links].reverse().find((link) => typeof link.code === 'string' && link.code !== '');
	return typeof deepest?.code === 'string' ? deepest.code : 'NO_ANSWER';
}

function failedToConnect(links: Link[], code: string): boolean {
	return code in NOTHING_WAS_SENT || links.some((link) => link.syscall === 'connect' || link.syscall === 'getaddrinfo');
}

/**
 * What a failed request means, from the error of n8n's HTTP helper (no answer came, so there is no status).
 * Only what proves that nothing left this machine counts as not sent.
 *
 * @param host shown to the user, never the whole URL: it can be signed
 */
export function networkError(error: unknown, host: string): VendorError {
	const links = chain(error);
	const code = codeOf(links);
	if (CERTIFICATE.test(code)) {
		return new VendorError({
			failure: 'notSent',
			code,
			message: `The certificate of ${host} was not accepted. Install a valid one, or allow unauthorized certificates in the credential where it offers that`,
		});
	}
	if (failedToConnect(links, code)) {
		const text = NOTHING_WAS_SENT[code] ?? 'No connection to {host} came about. Check the address in the credential and the network';
		return new VendorError({ failure: 'notSent', code, message: text.replace('{host}', host) });
	}
	const timedOut = code === 'ECONNABORTED' || code === 'ETIMEDOUT';
	const cancelled = code === 'ERR_CANCELED';
	return new VendorError({
		failure: 'noAnswer',
		code,
		message: cancelled
			? `The execution was stopped before ${host} answered`
			: timedOut
				? `${host} did not answer in time`
				: `The connection to ${host} was cut before an answer came`,
	});
}
