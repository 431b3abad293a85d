import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Action } from '../action/action';
import { asInputError, type InputError } from '../vendor/errors';
import type { OnlyOnce } from './onlyOnce';

/** What the node's parameters hold for an item. */
export interface Input {
	values: IDataObject;
	simplify: boolean;
	/** Of the option "Only Once per Key", for what can ring a phone. */
	onceKey?: string;
}

interface Reading {
	context: IExecuteFunctions;
	action: Action<never>;
	onlyOnce?: OnlyOnce;
}

/** The parameters of an item; one that can't be read is the failure of this item only. */
export function inputOf({ context, action, onlyOnce }: Reading, item: number): Input | { error: InputError } {
	const raw = (name: string) => context.getNodeParameter(name, item, action.fields[name]?.property.default);
	try {
		const simplify = action.simplify && context.getNodeParameter('simplify', item, true) === true;
		const additional = context.getNodeParameter(action.collection, item, {}) as IDataObject;
		const values = action.read(raw, additional);
		const onceKey = action.effectFor(values) === 'dial' ? onlyOnce?.keyOf(item) : undefined;
		return { values, simplify, onceKey };
	} catch (error) {
		return { error: asInputError(error) };
	}
}
