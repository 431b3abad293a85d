import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { InputError } from '../../common/errors';
import { quoted } from '../../common/fields';

export const CREDENTIAL = 'huaweiCcGatewayApi';

const SMALLEST_AGENT_ID = 101;
const LARGEST_AGENT_ID = 999_999;
const LONGEST_PASSWORD = 32;

/** The credential, checked: which agent signs in, and where. */
export interface AgentAccount {
	/** Without a slash at the end, e.g. `https://203.0.113.7:8043`. */
	baseUrl: string;
	/** Host and port, to be shown to the user. */
	host: string;
	agentId: string;
	password: string;
	phoneNumber: string;
	/** Whether an agent who is signed in elsewhere may be signed out there. */
	takeOver: boolean;
	allowUnauthorizedCerts: boolean;
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function readBaseUrl(value: unknown): URL {
	const text = textOf(value);
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url && /^https?:$/.test(url.protocol)) return url;
	throw new InputError(`'Base URL' in the credential is ${quoted(text)}: enter the address of the CC-Gateway, such as https://203.0.113.7:8043`);
}

/** People copy the address of a whole interface, so the interface's part is cut off. */
function withoutInterface({ origin, pathname }: URL): string {
	return `${origin}${pathname.replace(/\/agentgateway(\/.*)?$/, '')}`.replace(/\/+$/, '');
}

function readAgentId(value: unknown): string {
	const id = textOf(value);
	const inRange = /^[1-9]\d{2,5}$/.test(id) && Number(id) >= SMALLEST_AGENT_ID && Number(id) <= LARGEST_AGENT_ID;
	if (inRange) return id;
	throw new InputError(
		`'Agent ID' in the credential is ${quoted(id)}: enter the agent's work number, from ${SMALLEST_AGENT_ID} to ${LARGEST_AGENT_ID}`,
	);
}

function readPhoneNumber(value: unknown): string {
	const number = textOf(value);
	if (/^\d{1,24}$/.test(number)) return number;
	throw new InputError(`'Phone Number' in the credential is ${quoted(number)}: enter the agent's softphone number, 1 to 24 digits`);
}

function readPassword(value: unknown): string {
	const password = typeof value === 'string' ? value : '';
	if (password.length <= LONGEST_PASSWORD) return password;
	throw new InputError(`'Password' in the credential is longer than the ${LONGEST_PASSWORD} characters that the gateway accepts: check it`);
}

/** Reads the credential; throws an InputError that names the field. Ranges: "Signing In" (cec_07_1202). */
export function readAccount(data: ICredentialDataDecryptedObject): AgentAccount {
	const url = readBaseUrl(data.baseUrl);
	return {
		baseUrl: withoutInterface(url),
		host: url.host,
		agentId: readAgentId(data.agentId),
		password: readPassword(data.password),
		phoneNumber: readPhoneNumber(data.phoneNumber),
		takeOver: data.takeOverSession !== false,
		allowUnauthorizedCerts: data.allowUnauthorizedCerts === true,
	};
}

/** Identifies the agent of an account: whatever else the credential says, one agent has one session. */
export function agentKey({ baseUrl, agentId }: Pick<AgentAccount, 'baseUrl' | 'agentId'>): string {
	return `${baseUrl}|${agentId}`;
}

/** Whether one account may use a session of the other. */
export function sameSignIn(one: AgentAccount, other: AgentAccount): boolean {
	return agentKey(one) === agentKey(other) && one.password === other.password && one.phoneNumber === other.phoneNumber;
}
