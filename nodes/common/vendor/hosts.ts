interface Origin {
	protocol: string;
	/** Host name, or `*.` and the end of one. */
	hostname: string;
	port: string;
}

/** `recordings.example.com`, `*.example.com`, `10.0.0.5:8443`, `http://10.0.0.5:8080`. Without a scheme it is https. */
function originOf(entry: string): Origin | undefined {
	const parts = /^(?:(https?):\/\/)?(\*\.)?([^\s/*@]+)\/?$/i.exec(entry);
	const [, scheme = 'https', wildcard = '', host = ''] = parts ?? [];
	const url = parseUrl(`${scheme}://${host}`);
	return url && { protocol: url.protocol, hostname: wildcard + url.hostname, port: url.port };
}

function parseUrl(text: string): URL | undefined {
	return URL.canParse(text) ? new URL(text) : undefined;
}

function matches(url: URL, { protocol, hostname, port }: Origin): boolean {
	if (url.protocol !== protocol || url.port !== port) return false;
	return hostname.startsWith('*.') ? url.hostname.endsWith(hostname.slice(1)) : url.hostname === hostname;
}

/** The first entry of the list that is not a host. */
export function malformedHost(hosts: string[]): string | undefined {
	return hosts.find((host) => !originOf(host));
}

/**
 * A URL that a vendor sent, if it is on one of the hosts and has no credentials in it. Any other could lead into the network
 * around n8n.
 */
export function trustedUrl(given: string, hosts: string[]): URL | undefined {
	const url = parseUrl(given);
	if (!url || url.username !== '' || url.password !== '') return undefined;
	const origins = hosts.map(originOf);
	return origins.some((origin) => origin !== undefined && matches(url, origin)) ? url : undefined;
}
