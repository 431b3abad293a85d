import type { NodeHint } from 'n8n-workflow';
import { callsNumbers } from './options';
import type { Resource } from './resource';

/** A hint on what a user sets, shown in place of the output before the node has run. */
export function beforehand(message: string, condition: string): NodeHint {
	return { message, location: 'outputPane', whenToDisplay: 'beforeExecution', displayCondition: `={{ ${condition} }}` };
}

/** An expression that is true if the node has one of these operations. */
export function isOneOf(operations: Array<{ resource: string; operation: string }>): string {
	const byResource = new Map<string, string[]>();
	for (const { resource, operation } of operations) byResource.set(resource, [...(byResource.get(resource) ?? []), operation]);
	const chosen = [...byResource].map(([resource, names]) => `$parameter.resource === "${resource}" && ${JSON.stringify(names)}.includes($parameter.operation)`);
	return chosen.length === 1 ? String(chosen[0]) : `(${chosen.join(' || ')})`;
}

/** For the operations that call somebody for each item: another run of the workflow calls the same people. */
export function onceKeyHint(resources: Resource[]): NodeHint {
	const calling = resources.flatMap(({ value, actions }) => actions.filter(callsNumbers).map(({ operation }) => ({ resource: value, operation })));
	return beforehand("A new execution calls the same people again. To call each of them once, set 'Only Once per Key' in the options.", `${isOneOf(calling)} && $rawParameter.options?.onceKey === undefined`);
}
