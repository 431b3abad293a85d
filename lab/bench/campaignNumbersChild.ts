import type { ICredentialType, IDataObject, INodeType } from 'n8n-workflow';
import { runNode } from '../../test/support/runNode';
import { classOf } from './calls';
import { numberAt } from './campaignNumberAt';
import { answer } from './child';

export interface AddInput {
	packageDir: string;
	/** Of the credential `huaweiCcApi`. */
	credential: Record<string, string>;
	campaignId: string;
	count: number;
}

export interface Added {
	seconds: number;
	output: IDataObject[];
}

/** Adds the numbers to the campaign with the packed node, through n8n's engine. */
void answer(async ({ packageDir, credential, campaignId, count }: AddInput): Promise<Added> => {
	const Node = classOf<INodeType>(packageDir, 'nodes/HuaweiContactCenter/HuaweiContactCenter.node', 'HuaweiContactCenter');
	const Credential = classOf<ICredentialType>(packageDir, 'credentials/HuaweiCcApi.credentials', 'HuaweiCcApi');
	const start = Date.now();
	const { json, error } = await runNode({
		type: new Node(),
		credentials: [{ type: new Credential(), data: credential }],
		parameters: { resource: 'campaignNumber', operation: 'add', campaignId: { __rl: true, mode: 'id', value: campaignId }, called: '={{ $json.phone }}' },
		items: Array.from({ length: count }, (_, place) => ({ phone: numberAt(place) })),
	});
	if (error) throw new Error(error.message);
	return { seconds: (Date.now() - start) / 1000, output: json };
});
