import { NodeConnectionTypes, type IExecuteFunctions, type INodeType } from 'n8n-workflow';
import { callingRuleFields } from '../../../../nodes/common/action/callingRules';
import { sortedProperties } from '../../../../nodes/common/action/properties';
import type { Resource } from '../../../../nodes/common/action/resource';
import { runActions } from '../../../../nodes/common/run/runner';

/**
 * A node with one resource, `call`, whose fields are plain texts in the editor.
 *
 * @param before what happens in the execution before the node runs
 */
export function nodeWith<Client>({ actions, connect }: Pick<Resource<Client>, 'actions' | 'connect'>, fields: string[], before?: (context: IExecuteFunctions) => void): INodeType {
	const resource = { name: 'Call', value: 'call', defaultOperation: actions[0]?.operation ?? '', actions, connect };
	return {
		description: {
			displayName: 'Test',
			name: 'test',
			group: [],
			version: 1,
			description: '',
			defaults: {},
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: [
				...['resource', 'operation', ...fields].map((name) => ({ displayName: name, name, type: 'string' as const, default: '' })),
				{ displayName: 'Calling Rules', name: 'callingRules', type: 'collection', default: {}, options: sortedProperties(callingRuleFields) },
			],
		},
		async execute() {
			before?.(this);
			return await runActions(this, [resource as Resource]);
		},
	};
}
