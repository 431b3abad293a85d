import { generate } from 'selfsigned';

/** Both as PEM. */
export interface Certificate {
	key: string;
	cert: string;
}

let made: Promise<Certificate> | undefined;

/** The one certificate of all vendors in this process: for 127.0.0.1, self-signed as private deployments have it, valid for a year. */
export async function certificate(): Promise<Certificate> {
	made ??= make();
	return await made;
}

async function make(): Promise<Certificate> {
	const { private: key, cert } = await generate([{ name: 'commonName', value: 'Call center sandbox' }], {
		keyType: 'ec',
		algorithm: 'sha256',
		extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
	});
	return { key, cert };
}
