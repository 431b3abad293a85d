import type { IExecuteFunctions } from 'n8n-workflow';
import { choice, type Field } from '../../common/action/fields';
import { concurrency, readOptions, requestsPerSecond, timeoutSeconds } from '../../common/action/options';
import type { Connection } from '../../common/action/resource';
import { unreachableList } from '../unreachableList';
import { aiccClient, type AiccClient, type BodyEdition } from './client';

/** The resources that need no agent. */
export const AICC_RESOURCES = ['twoPartyCall', 'voiceNotification', 'configuration'];

const bodyEdition: Field<BodyEdition> = choice<BodyEdition>({
	displayName: 'Body Edition',
	description: "How the tenant wants the fields of a request. Huawei's pages disagree; if one form is refused, nothing was done, and you can try the other.",
	default: 'flat',
	choices: [
		{ name: 'Flat', value: 'flat', description: "The fields alone, as in the samples on Huawei's pages" },
		{ name: 'Wrapped', value: 'wrapped', description: "The fields in an object such as requestBody, as in the tables on Huawei's pages" },
	],
});

function shownFor<T>(field: Field<T>, resource: string[]): Field<T> {
	const { displayOptions, ...property } = field.property;
	return { ...field, property: { ...property, displayOptions: { show: { ...displayOptions?.show, '/resource': resource } } } };
}

/** What the node offers under Options for these resources, beside what it offers for all. */
export const aiccOptions = {
	concurrency: shownFor(concurrency, AICC_RESOURCES),
	bodyEdition: shownFor(bodyEdition, ['twoPartyCall', 'voiceNotification']),
};

const OPTIONS = { ...aiccOptions, requestsPerSecond, timeoutSeconds: timeoutSeconds(30) };

/** The connection to AICC for one run of the node. Throws an InputError that names the option. */
export async function connectAicc(context: IExecuteFunctions): Promise<Connection<AiccClient>> {
	const { timeoutSeconds: seconds, bodyEdition: edition, ...pace } = readOptions(OPTIONS, context);
	return { client: await aiccClient(context, { timeoutMs: seconds * 1000, bodyEdition: edition }), doNotCallList: unreachableList, ...pace };
}
