import { VendorError } from './errors';

const NO_ROUTE = 'There is no route to {host}. Check the network between the n8n server and the vendor';

const NOT_CONNECTED = new Map([
	['ECONNREFUSED', 'Nobody answers at {host}. Check the address in the credential and that the service is running'],
	['ENOTFOUND', 'The host name {host} is not known. Check the address in the credential'],
	['EAI_AGAIN', 'The host name {host} could not be looked up. Check the network and DNS of the n8n server'],
	['EHOSTUNREACH', NO_ROUTE],
	['ENETUNREACH', NO_ROUTE],
]);

/** Codes by which Node refuses a certificate (its documentation lists them): at the end of the handshake, with no byte of HTTP written. */
const CERTIFICATE = new Set([
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
	'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
	'UNABLE_TO_GET_CRL',
	'UNABLE_TO_DECRYPT_CRL_SIGNATURE',
	'CERT_SIGNATURE_FAILURE',
	'CERT_NOT_YET_VALID',
	'CERT_HAS_EXPIRED',
	'CERT_CHAIN_TOO_LONG',
	'CERT_REVOKED',
	'CERT_UNTRUSTED',
	'CERT_REJECTED',
	'CRL_SIGNATURE_FAILURE',
	'CRL_NOT_YET_VALID',
	'CRL_HAS_EXPIRED',
	'ERROR_IN_CERT_NOT_BEFORE_FIELD',
	'ERROR_IN_CERT_NOT_AFTER_FIELD',
	'ERROR_IN_CRL_LAST_UPDATE_FIELD',
	'ERROR_IN_CRL_NEXT_UPDATE_FIELD',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'INVALID_CA',
	'INVALID_PURPOSE',
	'PATH_LENGTH_EXCEEDED',
	'HOSTNAME_MISMATCH',
	'ERR_TLS_CERT_ALTNAME_INVALID',
]);

interface Link {
	code?: unknown;
	syscall?: unknown;
	cause?: unknown;
	/** Of an AggregateError: one for each address of the host. */
	errors?: unknown;
}

/** An error and what caused it, from the outside in. */
type Chain = Link[];

/** Far more than n8n and axios make; stops at an error that is its own cause. */
const LONGEST_CHAIN = 8;

function isLink(error: unknown): error is Link {
	return typeof error === 'object' && error !== null;
}

function causesOf({ errors, cause }: Link): unknown[] {
	if (Array.isArray(errors)) return errors.length > 0 ? errors : [undefined];
	return isLink(cause) ? [cause] : [];
}

/** n8n and axios wrap the network's error; an AggregateError makes the chain fork. What can't be followed ends in an empty link. */
function chainsOf(error: unknown, outer: Chain = []): Chain[] {
	if (!isLink(error) || outer.length === LONGEST_CHAIN) return [[...outer, {}]];
	const chain = [...outer, error];
	const causes = causesOf(error);
	return causes.length === 0 ? [chain] : causes.flatMap((cause) => chainsOf(cause, chain));
}

/** Only the innermost error counts: it is the one that knows. */
function isNotConnected(chain: Chain): boolean {
	const syscall = chain.at(-1)?.syscall;
	return syscall === 'connect' || syscall === 'getaddrinfo';
}

function isUntrusted(chain: Chain): boolean {
	const code = chain.at(-1)?.code;
	return typeof code === 'string' && CERTIFICATE.has(code);
}

function codeOf(chain: Chain): string {
	const codes = chain.map(({ code }) => code);
	return codes.reverse().find((code): code is string => typeof code === 'string' && code !== '') ?? 'NO_ANSWER';
}

function noAnswerText(code: string): string {
	if (code === 'ERR_CANCELED') return 'The execution was stopped before {host} answered';
	if (code === 'ECONNABORTED' || code === 'ETIMEDOUT') return '{host} did not answer in time';
	if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) {
		return 'The encrypted connection to {host} failed before an answer came. Check that the address in the credential takes HTTPS';
	}
	return 'The connection to {host} was cut before an answer came';
}

function notSentText(chain: Chain): string {
	if (isUntrusted(chain)) {
		return 'The certificate of {host} could not be verified. Install a valid one there, make n8n trust it (NODE_EXTRA_CA_CERTS), or turn on Ignore SSL Issues in the credential if it has that field';
	}
	return NOT_CONNECTED.get(codeOf(chain)) ?? 'Could not connect to {host}. Check the address in the credential and the network';
}

/**
 * What a failed request means, from the error of n8n's HTTP helper (no answer came, so there is no status).
 * Only what is known to have failed before the request was written counts as not sent: the name was not found, no connection was
 * made, or Node refused the certificate. A broken TLS connection proves nothing: it can break after the vendor has read the request.
 *
 * @param host shown to the user, never the whole URL: it can be signed
 */
export function networkError(error: unknown, host: string): VendorError {
	const chains = chainsOf(error);
	const open = chains.find((chain) => !isNotConnected(chain) && !isUntrusted(chain));
	const chain = open ?? chains[0] ?? [];
	const text = open ? noAnswerText(codeOf(open)) : notSentText(chain);
	return new VendorError({ failure: open ? 'noAnswer' : 'notSent', code: codeOf(chain), message: text.replace('{host}', host) });
}
