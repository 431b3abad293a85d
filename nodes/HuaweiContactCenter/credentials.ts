import type { INodeCredentialDescription } from 'n8n-workflow';
import { AICC_CREDENTIAL } from './aicc/account';
import { AICC_RESOURCES } from './aicc/connect';
import { CREDENTIAL } from './gateway/account';
import { CREDENTIAL as ISALES_CREDENTIAL } from './isales/account';
import { iSalesResources } from './resources';

interface Use {
	resources: string[];
	/** The value of the parameter of API requests. */
	authentication: string;
}

/** Which credential serves what. */
const USES: Record<string, Use> = {
	[CREDENTIAL]: { resources: ['call', 'agent'], authentication: 'agentSession' },
	[AICC_CREDENTIAL]: { resources: AICC_RESOURCES, authentication: 'appKey' },
	[ISALES_CREDENTIAL]: { resources: iSalesResources.map(({ value }) => value), authentication: 'requestSignature' },
};

/** n8n takes one entry for each credential and combines what it shows with "and", so each is hidden where another one is needed. */
function shown(name: string): INodeCredentialDescription {
	const others = Object.entries(USES).filter(([other]) => other !== name).map(([, use]) => use);
	const resource = others.flatMap(({ resources }) => resources);
	const authentication = others.map((use) => use.authentication);
	return { name, required: true, displayOptions: { hide: { resource, authentication } } };
}

export const credentials: INodeCredentialDescription[] = Object.keys(USES).map(shown);
