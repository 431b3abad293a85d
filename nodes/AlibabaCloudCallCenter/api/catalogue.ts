import type { Effect } from '../../common/action/action';
import { ACTIONS } from './actions';

/** A parameter of one of the vendor's actions. */
export interface Parameter {
	/** The vendor's name, such as `SkillGroupIdList`. */
	name: string;
	/** The name of our field, such as `skillGroupIds`. */
	field: string;
	/** `json`: an object or a list that is sent as one JSON text. */
	type: 'text' | 'number' | 'boolean' | 'json';
	place: 'query' | 'form';
	required: boolean;
}

/** One of the vendor's actions, and what it does in the world. */
export interface VendorAction {
	name: string;
	effect: Effect;
	method: 'GET' | 'POST';
	parameters: Parameter[];
	/** What it is for, in a few words. */
	purpose: string;
}

const PARAMETER = /^(\w+?)(\{\}|#|\?)?(&)?(!)?$/;
const TYPES: ReadonlyMap<string | undefined, Parameter['type']> = new Map([
	['{}', 'json'],
	['#', 'number'],
	['?', 'boolean'],
]);

/** `SkillGroupIdList` -> `skillGroupIds`: the suffixes only say how the vendor encodes a list. */
function fieldOf(name: string): string {
	const plural = name.replace(/List(Json)?$/, 's').replace(/Json$/, '');
	return plural.charAt(0).toLowerCase() + plural.slice(1);
}

function parameterOf(text: string): Parameter {
	const [, name = '', type, form, required] = PARAMETER.exec(text) ?? [];
	return { name, field: fieldOf(name), type: TYPES.get(type) ?? 'text', place: form ? 'form' : 'query', required: required === '!' };
}

function actionOf(line: string): VendorAction {
	const [name = '', effect, method, written = '', purpose = ''] = line.split('|');
	let parameters: Parameter[] | undefined;
	return {
		name,
		effect: effect as Effect,
		method: method as VendorAction['method'],
		purpose,
		// Parsed when a request is sent, because a node asks for the effects of all its actions when it is loaded.
		get parameters() {
			parameters ??= written === '' ? [] : written.split(' ').map(parameterOf);
			return parameters;
		},
	};
}

/** The lines of the description by the action's name, divided when the first action is needed: other vendors' nodes never need them. */
let lines: ReadonlyMap<string, string> | undefined;

function linesByName(): ReadonlyMap<string, string> {
	lines ??= new Map(ACTIONS.trim().split('\n').map((line) => [line.slice(0, line.indexOf('|')), line]));
	return lines;
}

export function vendorActions(): VendorAction[] {
	return [...linesByName().values()].map(actionOf);
}

/** The actions that were asked for; a node asks for few of them. */
const known = new Map<string, VendorAction>();

/** An action by its name; undefined for one that isn't in the vendor's description. */
export function vendorAction(name: string): VendorAction | undefined {
	const found = known.get(name);
	const line = linesByName().get(name);
	if (found || line === undefined) return found;
	const action = actionOf(line);
	known.set(name, action);
	return action;
}

/** Throws for a name that isn't in the vendor's description, which is a mistake in this pack. */
export function knownAction(name: string): VendorAction {
	const action = vendorAction(name);
	if (!action) throw new Error(`Alibaba Cloud Call Center has no action ${name}`);
	return action;
}

/** The value of a parameter, under the name of our field or under the vendor's own name in lower camel case. */
function valueOf({ name, field }: Parameter, values: object): unknown {
	const own = name.charAt(0).toLowerCase() + name.slice(1);
	const given = values as Record<string, unknown>;
	return given[field] ?? given[own];
}

function written({ type }: Parameter, value: unknown): string {
	return type === 'json' && typeof value !== 'string' ? JSON.stringify(value) : String(value);
}

/** The parameters of a request as they are sent, by their place. Values that are undefined or null are left out. */
export function parametersOf({ parameters }: VendorAction, values: object): Record<Parameter['place'], Array<[string, string]>> {
	const sent = { query: [] as Array<[string, string]>, form: [] as Array<[string, string]> };
	for (const parameter of parameters) {
		const value = valueOf(parameter, values);
		if (value !== undefined && value !== null) sent[parameter.place].push([parameter.name, written(parameter, value)]);
	}
	return sent;
}
