import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** Both as PEM. */
export interface SelfSigned {
	key: string;
	cert: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Tags of the DER encoding. */
const TAG = {
	integer: 0x02,
	bitString: 0x03,
	octetString: 0x04,
	objectId: 0x06,
	utf8String: 0x0c,
	utcTime: 0x17,
	sequence: 0x30,
	set: 0x31,
	ipAddress: 0x87,
	version: 0xa0,
	extensions: 0xa3,
};

/** Object identifiers, DER-encoded. */
const ID = {
	commonName: '550403',
	subjectAltName: '551d11',
	ecdsaWithSha256: '2a8648ce3d040302',
};

/** A certificate for 127.0.0.1 that nobody has reason to trust, as private deployments have them; valid for a year. */
export function selfSigned(): SelfSigned {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const algorithm = der(TAG.sequence, objectId(ID.ecdsaWithSha256));
	const name = distinguishedName('CC-Gateway sandbox');
	const content = der(
		TAG.sequence,
		der(TAG.version, der(TAG.integer, Buffer.from([2]))),
		der(TAG.integer, Buffer.concat([Buffer.from([1]), randomBytes(15)])),
		algorithm,
		name,
		der(TAG.sequence, utcTime(Date.now() - DAY_MS), utcTime(Date.now() + 365 * DAY_MS)),
		name,
		publicKey.export({ type: 'spki', format: 'der' }),
		der(TAG.extensions, der(TAG.sequence, subjectAltName([127, 0, 0, 1]))),
	);
	const signature = der(TAG.bitString, Buffer.from([0]), sign('sha256', content, privateKey));
	return {
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
		cert: pem(der(TAG.sequence, content, algorithm, signature)),
	};
}

function distinguishedName(commonName: string): Buffer {
	const attribute = der(
		TAG.sequence,
		objectId(ID.commonName),
		der(TAG.utf8String, Buffer.from(commonName)),
	);
	return der(TAG.sequence, der(TAG.set, attribute));
}

function subjectAltName(address: number[]): Buffer {
	const names = der(TAG.sequence, der(TAG.ipAddress, Buffer.from(address)));
	return der(TAG.sequence, objectId(ID.subjectAltName), der(TAG.octetString, names));
}

function objectId(hex: string): Buffer {
	return der(TAG.objectId, Buffer.from(hex, 'hex'));
}

/** `YYMMDDhhmmssZ` */
function utcTime(at: number): Buffer {
	const digits = new Date(at).toISOString().replace(/\D/g, '').slice(2, 14);
	return der(TAG.utcTime, Buffer.from(`${digits}Z`));
}

function der(tag: number, ...parts: Buffer[]): Buffer {
	const content = Buffer.concat(parts);
	return Buffer.concat([Buffer.from([tag, ...lengthOf(content)]), content]);
}

function lengthOf({ length }: Buffer): number[] {
	if (length < 0x80) return [length];
	return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}

function pem(certificate: Buffer): string {
	const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
	return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
