import type { IDataObject, IHookFunctions, INodeProperties, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';
import { callingRuleFields, checkHours } from '../action/callingRules';
import { text, type Fields } from '../action/fields';
import { sortedProperties } from '../action/properties';
import { readRetryPlan, RETRY_PLAN, retryPlanFields, type RetryPlan } from '../action/retryPlan';
import { Calendar } from '../run/callingRules/calendar';
import { Hours } from '../run/callingRules/hours';
import { nextAttempt, type NextAttempt } from '../run/callingRules/nextAttempt';
import { asInputError, InputError } from '../vendor/errors';
import { attemptIn } from './attempt';

const { afterMinutes, callResults, maxAttempts } = retryPlanFields;
const { daysOff, extraWorkingDays, hours, timeZone } = callingRuleFields;

/** The calling hours that the next attempt lies in. A trigger has no calling rules. */
const HOURS = { daysOff, extraWorkingDays, hours, timeZone };

const ATTEMPT = 'attempt';

/** Where a call says which attempt it was. */
function attemptField(description: string): Fields {
	return { attemptField: text({ displayName: 'Attempt Field', description, default: ATTEMPT, example: ATTEMPT }), maxAttempts };
}

interface Look {
	/** Added to the description of the plan. */
	note?: string;
	/** What holds the number of the attempt, if the vendor returns data of one's own with a call. Without it, nobody can tell attempts apart. */
	attempt?: string;
}

/** The retry plan as a trigger shows it. */
export function retryPlanProperty({ note, attempt }: Look): INodeProperties {
	const fields = { afterMinutes, callResults, ...HOURS, ...(attempt === undefined ? {} : attemptField(attempt)) };
	const description = note === undefined ? RETRY_PLAN.description : `${RETRY_PLAN.description} ${note}`;
	return { ...RETRY_PLAN, description, type: 'collection', default: {}, options: sortedProperties(fields) };
}

function readHours(given: IDataObject, standardZone: string): Hours {
	const read = (name: keyof typeof HOURS): unknown => {
		if (!Object.hasOwn(given, name)) return undefined;
		const value = HOURS[name].read(given[name]);
		if (value === undefined && name === 'hours') throw new InputError("'Hours' in 'Retry Plan' is empty: add a window, or remove it");
		return value;
	};
	const windows = (read('hours') ?? []) as Parameters<typeof checkHours>[0]['hours'] & object;
	checkHours({ hours: windows });
	const calendar = new Calendar((read('timeZone') as string | undefined) ?? standardZone);
	return new Hours(calendar, { windows, daysOff: (read('daysOff') ?? []) as string[], extraWorkingDays: (read('extraWorkingDays') ?? []) as string[] });
}

/** When customers are called again, as the user has planned it for a trigger. */
export class TriggerPlan {
	private constructor(
		private readonly plan: RetryPlan,
		private readonly hours: Hours,
		private readonly field: string,
	) {}

	/** Throws an InputError that names the field. */
	static read(given: IDataObject, standardZone: string): TriggerPlan {
		const field = typeof given.attemptField === 'string' && given.attemptField.trim() !== '' ? given.attemptField.trim() : ATTEMPT;
		return new TriggerPlan(readRetryPlan(given), readHours(given, standardZone), field);
	}

	/** @param own the data of one's own that the vendor returned with the call */
	next(callResult: string, own: unknown, now = Date.now()): NextAttempt | null {
		const attempt = attemptIn(own, this.field);
		return attempt === undefined ? null : nextAttempt({ ...this.plan, attempt }, callResult, now, (at) => this.hours.next(at));
	}
}

type TriggerNode = Pick<IWebhookFunctions | IHookFunctions | ITriggerFunctions, 'getNode' | 'getNodeParameter' | 'getTimezone'>;

/** What the user has planned; undefined if nothing, which costs no evaluation of parameters. Throws an InputError that names the field. */
export function retryPlanOf(node: TriggerNode): TriggerPlan | undefined {
	const set = node.getNode().parameters[RETRY_PLAN.name];
	if (typeof set !== 'object' || set === null || Object.keys(set).length === 0) return undefined;
	return TriggerPlan.read((node.getNodeParameter as (name: string, fallback: object) => unknown)(RETRY_PLAN.name, {}) as IDataObject, node.getTimezone());
}

/** Why the plan can't be read, as a sentence; undefined if it can, or if there is none. */
export function retryPlanFault(node: TriggerNode): string | undefined {
	try {
		retryPlanOf(node);
		return undefined;
	} catch (error) {
		return asInputError(error).message;
	}
}

/** A call that a callback reports. */
export interface ReportedCall {
	callResult: unknown;
	own?: unknown;
}

/**
 * Adds to the items of a webhook when to call again. A callback is worth more than its next attempt, so one whose plan can't be read
 * starts the workflow all the same.
 */
export function planner(node: TriggerNode): (item: IDataObject, call: ReportedCall) => IDataObject {
	try {
		const plan = retryPlanOf(node);
		if (!plan) return (item) => item;
		return (item, { callResult, own }) => (typeof callResult === 'string' ? { ...item, nextAttempt: plan.next(callResult, own) as IDataObject | null } : item);
	} catch (error) {
		const { message } = asInputError(error);
		return (item, { callResult }) => (typeof callResult === 'string' ? { ...item, nextAttempt: null, nextAttemptError: message } : item);
	}
}
