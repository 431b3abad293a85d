import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { listOf } from '../../common/trigger/listOf';

/** The node's parameters, read once per callback. */
export interface Settings {
	/** `callbackToken` or `none`. */
	authentication: string;
	events: string[];
	simplify: boolean;
	companyIds: string[];
	jobIds: string[];
	/** Baiying's numbers or our names for them. */
	finishStatuses: string[];
	intentionGrades: string[];
	/** Properties of a customer, all of which a call must have. */
	properties: Array<{ name: string; value: string }>;
	/** Undefined: any address may send callbacks. */
	allowedIps: string[] | undefined;
	skipDuplicates: boolean;
	verifySignature: boolean;
	downloadRecording: boolean;
	recordingHosts: string[];
}

type ParameterReader = Pick<IWebhookFunctions | IHookFunctions, 'getNodeParameter'>;

function trimmed(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** The rows of the collection; one without a name is not filled in. */
function propertiesIn(value: unknown): Settings['properties'] {
	const { property } = (value ?? {}) as { property?: IDataObject | IDataObject[] };
	const rows = [property ?? []].flat().map((row) => ({ name: trimmed(row.name), value: trimmed(row.value) }));
	return rows.filter(({ name }) => name !== '');
}

export function readSettings(node: ParameterReader): Settings {
	const options = node.getNodeParameter('options', {}) as IDataObject;
	return {
		authentication: node.getNodeParameter('authentication', 'callbackToken') as string,
		events: listOf(node.getNodeParameter('events')),
		simplify: node.getNodeParameter('simplify') as boolean,
		companyIds: listOf(options.companyIds),
		jobIds: listOf(options.jobIds),
		finishStatuses: listOf(options.finishStatuses),
		intentionGrades: listOf(options.intentionGrades),
		properties: propertiesIn(options.properties),
		allowedIps: options.allowedIps === undefined ? undefined : listOf(options.allowedIps),
		skipDuplicates: options.skipDuplicates !== false,
		verifySignature: options.verifySignature === true,
		downloadRecording: options.downloadRecording === true,
		recordingHosts: listOf(options.recordingHosts),
	};
}
