import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Action } from '../action/action';
import { namesSet } from '../action/options';
import { readRetryPlan, type RetryPlan } from '../action/retryPlan';
import { asInputError, InputError } from '../vendor/errors';
import { keyOfAttempt, withNextAttempt } from './callingRules/nextAttempt';
import type { RuleReader } from './callingRules/ruleReader';
import type { ItemRules } from './callingRules/rules';
import type { Guard } from './guard';

/** What the node's parameters hold for an item. */
export interface Input {
	values: IDataObject;
	simplify: boolean;
	/** Of the option "Only Once per Key", for what can ring a phone. */
	onceKey?: string;
	/** For what can ring a phone, if the user has set any. */
	rules?: ItemRules;
	/** Adds to the result of a call that has ended when to call again, if the user has planned that. */
	plan?(result: IDataObject): IDataObject;
}

/** What is needed to read an item's parameters. */
export interface Reading {
	context: IExecuteFunctions;
	action: Action<never>;
	guard?: Guard;
	usesKeys?: boolean;
}

/** The numbers that the request calls, as far as its fields say. */
function dialed({ dials }: Action<never>, values: IDataObject): string[] {
	return dials === undefined ? [] : [values[dials] ?? []].flat().map(String);
}

/**
 * The calling rules of an item, if the user has set any. Throws an InputError if they can't be read; nobody may be called then.
 *
 * @param values those of the item
 */
export function rulesOf({ context, action }: Reading, reader: RuleReader, item: number, values: IDataObject): ItemRules | undefined {
	const set = namesSet(context, 'callingRules');
	if (set.length === 0) return undefined;
	const rules = reader.read(context.getNodeParameter('callingRules', item, {}) as IDataObject, set, dialed(action, values));
	if (rules.needsCustomer && rules.customers.length === 0) {
		throw new InputError("'Customer' in 'Calling Rules' is empty, and this operation doesn't say whom it calls: enter the customer's number, or remove the rules that need it");
	}
	return rules;
}

/** For an action that waits for the end of a call. */
function retryPlanOf({ context, action }: Reading, item: number): RetryPlan | undefined {
	if (!action.wait || namesSet(context, 'retryPlan').length === 0) return undefined;
	return readRetryPlan(context.getNodeParameter('retryPlan', item, {}) as IDataObject);
}

function planned(plan: RetryPlan | undefined, rules?: ItemRules): Input['plan'] {
	const allowed = (at: number) => (rules ? rules.hours.next(at) : at);
	return plan && ((result) => withNextAttempt(plan, result, allowed));
}

/** The parameters of an item; one that can't be read is the failure of this item only. */
export function inputOf(reading: Reading, item: number): Input | { error: InputError } {
	const { context, action, guard, usesKeys } = reading;
	const raw = (name: string) => context.getNodeParameter(name, item, action.fields[name]?.property.default);
	try {
		const simplify = action.simplify && context.getNodeParameter('simplify', item, true) === true;
		const additional = context.getNodeParameter(action.collection, item, {}) as IDataObject;
		const values = action.read(raw, additional);
		const plan = retryPlanOf(reading, item);
		if (!guard || action.effectFor(values) !== 'dial') return { values, simplify, plan: planned(plan) };
		const rules = rulesOf(reading, guard.ruleReader, item, values);
		const onceKey = usesKeys ? keyOfAttempt(guard.keyOf(item), plan) : undefined;
		return { values, simplify, onceKey, rules, plan: planned(plan, rules) };
	} catch (error) {
		return { error: asInputError(error) };
	}
}
