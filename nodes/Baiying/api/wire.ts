import type { GenericValue, IDataObject } from 'n8n-workflow';
import { parsedJson } from '../../common/vendor/json';
import type { Operation, Parameter } from './catalogue';

/** How the values of an operation are written down for each of the two APIs. */

type Sent = Array<[Parameter, unknown]>;

/** The parameters that have a value, under the name of our field or the vendor's own. */
function given({ parameters }: Operation, values: object): Sent {
	const all = values as Record<string, unknown>;
	return parameters
		.map((parameter): Sent[number] => [parameter, all[parameter.field] ?? all[parameter.name]])
		.filter(([, value]) => value !== undefined && value !== null);
}

/** Text, as it stands in a query or a form. The vendor separates several values in one text by commas. */
function asText({ type }: Parameter, value: unknown): string {
	if (type === 'json') return typeof value === 'string' ? value : JSON.stringify(value);
	return String(value);
}

/** A number only if it keeps all its digits. */
function asNumber(value: unknown): unknown {
	const number = Number(value);
	return String(number) === String(value) ? number : value;
}

function asJson({ type }: Parameter, value: unknown): unknown {
	if (type === 'number') return asNumber(value);
	if (type === 'json') return typeof value === 'string' ? (parsedJson(value) ?? value) : value;
	return type === 'text' ? String(value) : value;
}

/** For a query or a form. */
export function textParameters(operation: Operation, values: object): Record<string, string> {
	return Object.fromEntries(given(operation, values).map(([parameter, value]) => [parameter.name, asText(parameter, value)]));
}

/** For a body in JSON. */
export function jsonParameters(operation: Operation, values: object): IDataObject {
	return Object.fromEntries(given(operation, values).map(([parameter, value]) => [parameter.name, asJson(parameter, value) as GenericValue]));
}
