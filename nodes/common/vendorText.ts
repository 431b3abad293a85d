const MASK = '***';
const MAX_LENGTH = 300;
/** A shorter secret also occurs in ordinary words once it is Base64. */
const SHORTEST_FOR_BASE64 = 6;

const GAP = '(?:[\\s_+-]|%(?:25)*20){0,3}';

/** Where a server starts to repeat the request that it received, or what it signed. */
const ECHO = new RegExp(
	[
		`(?:(?:server|client)${GAP})?string${GAP}to${GAP}sign`,
		`canonical(?:ized)?${GAP}(?:header|query|request|resource|string)`,
		'ACS\\d-HMAC',
		'\\bx-acs-',
		'\\b(?:GET|POST|PUT|DELETE) \\S{0,200}/',
		'\\b(?:GET|POST|PUT|DELETE)(?:&%2F|%(?:25)*(?:0A|20|26))',
		'/\\?[\\w.%-]{1,60}=',
	].join('|'),
	'i',
);

const QUOTES = `["'\\\\]{0,3}`;

/** A value that is named as something secret: `Signature=…`, `"x-acs-security-token": "…"`. */
const NAMED_SECRET = new RegExp(
	'((?:authorization|signature|nonce|token|secret|password|passwd|pwd|access-?key-?id|app-?key|jsessionid|guid|cookie|credential)[\\w-]{0,20}' +
		`${QUOTES} ?(?:is ?)?(?:[:=]|%(?:25)*3[AD]) ?${QUOTES}(?:(?:basic|bearer) )?)[^\\s"'\\\\,;&<>{}]+`,
	'gi',
);

/** Signatures and tokens: long runs of letters and digits. */
const OPAQUE = /(?<![\w+/])(?=[A-Za-z_+/]*\d)[\w+/]{32,}={0,2}/g;

/** A nonce of ours; the vendors write their own UUIDs in capitals, or make them from the time. */
const NONCE = /\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b/g;

const ENTITIES = new Map([
	['&', 'amp'],
	['<', 'lt'],
	['>', 'gt'],
	['"', 'quot'],
	["'", 'apos'],
]);

/** A character as it stands, or as a URL, JSON or XML writes it, escaped any number of times. */
function spellingsOf(character: string): string {
	if (/[a-z0-9]/i.test(character)) return character;
	const hex = (code: number, digits: number) => code.toString(16).padStart(digits, '0');
	const units = character.split('').map((unit) => `u${hex(unit.charCodeAt(0), 4)}`);
	const literal = `\\\\{0,3}${units.map((unit) => `\\${unit}`).join('')}`;
	const inJson = units.map((unit) => `\\\\{1,3}${unit}`).join('');
	const inUrl = [...Buffer.from(character)].map((byte) => `%(?:25)*${hex(byte, 2)}`).join('');
	const code = character.codePointAt(0) ?? 0;
	const inXml = `&(?:amp;)*(?:#0*${code}|#x0*${hex(code, 1)}|${ENTITIES.get(character) ?? '(?!)'});`;
	const inForm = character === ' ' ? ['\\+'] : [];
	return `(?:${[literal, inJson, inUrl, inXml, ...inForm].join('|')})`;
}

/** What of a secret always shows in Base64, wherever in the encoded text it begins. */
function inBase64(secret: string): string[] {
	if (secret.length < SHORTEST_FOR_BASE64) return [];
	return [0, 1, 2].map((shift) => {
		const bytes = Buffer.from(' '.repeat(shift) + secret);
		return bytes.toString('base64').slice(Math.ceil((shift * 4) / 3), Math.floor((bytes.length * 4) / 3));
	});
}

/** Built once for each list: the pattern of a long token takes milliseconds. */
const patterns = new WeakMap<string[], RegExp>();

function patternOf(secrets: string[]): RegExp {
	const known = secrets.filter((secret) => secret !== '').sort((a, b) => b.length - a.length);
	const spelled = (form: string) => Array.from(form, spellingsOf).join('');
	const forms = [...known.map(spelled), ...known.flatMap(inBase64).map((form) => `${spelled(form)}\\w{0,2}={0,2}`)];
	return new RegExp(forms.length > 0 ? forms.join('|') : '(?!)', 'gi');
}

function withoutSecrets(text: string, secrets: string[]): string {
	const pattern = patterns.get(secrets) ?? patternOf(secrets);
	patterns.set(secrets, pattern);
	return text.replace(pattern, MASK);
}

function withoutEcho(text: string): string {
	const at = text.search(ECHO);
	return at < 0 ? text : `${text.slice(0, at)}…`;
}

function shortened(text: string): string {
	return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}

/**
 * What a vendor said, fit to be shown: on one line, not endless, and without the secrets, signatures and tokens that servers
 * repeat when they refuse a request. Some answer a wrong signature with the whole string that they signed.
 *
 * @param secrets of the credential and the session; hand in the same list again rather than a copy of it
 */
export function vendorText(text: string, secrets: string[]): string {
	const line = withoutEcho(withoutSecrets(text, secrets).replace(/\s+/g, ' '));
	return shortened(line.replace(NAMED_SECRET, `$1${MASK}`).replace(OPAQUE, MASK).replace(NONCE, MASK).trim());
}

/** A code or an ID that a vendor gave: as {@link vendorText}, but an ID may look like a nonce. */
export function vendorId(text: string, secrets: string[]): string {
	return /^[\w.:-]{1,100}$/.test(text) ? withoutSecrets(text, secrets) : vendorText(text, secrets);
}
