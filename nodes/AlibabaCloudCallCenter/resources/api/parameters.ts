import { quoted } from '../../../common/action/fields';
import { InputError } from '../../../common/vendor/errors';
import { membersOf, parsedJson } from '../../../common/vendor/json';
import type { Parameter } from '../../api/catalogue';
import { nearest } from './nearest';
import { isPageParameter, isPaging } from './pages';
import type { Target } from './target';

/** How the parameters of a request are entered. */
export interface Entered {
	/** A JSON object with the vendor's names. */
	json?: string;
	listFormat?: 'json' | 'numbered';
	sendUnknownParameters?: boolean;
}

type Written = Record<Parameter['place'], Array<[string, string]>>;

function isStructure(source: string): boolean {
	return source.startsWith('{') || source.startsWith('[');
}

/** A value as it goes out: text without its quotes, anything else as it is written. */
function plain(source: string): string {
	return source.startsWith('"') ? (JSON.parse(source) as string) : source;
}

const RIGHT: Record<Parameter['type'], { pattern?: RegExp; remedy: string }> = {
	number: { pattern: /^-?\d+(\.\d+)?$/, remedy: 'use a number' },
	boolean: { pattern: /^(true|false)$/, remedy: 'use true or false' },
	json: { remedy: 'use a list or an object, in JSON' },
	text: { remedy: 'use text' },
};

function isRight(type: Parameter['type'], source: string, value: string): boolean {
	if (type === 'json') return typeof parsedJson(value) === 'object';
	return !isStructure(source) && RIGHT[type].pattern?.test(value) !== false;
}

function checkedValue({ name, type }: Parameter, source: string): string {
	const value = plain(source);
	if (value === '' || isRight(type, source, value)) return value;
	throw new InputError(`The parameter '${name}' is ${quoted(value)}: ${RIGHT[type].remedy}`);
}

/** `Name.1`, or `Name.1.Key` for a list of objects. */
function numbered(name: string, value: unknown): Array<[string, string]> {
	if (typeof value !== 'object' || value === null) return value === null ? [] : [[name, String(value)]];
	const entries = Array.isArray(value) ? value.map((entry, index) => [index + 1, entry] as const) : Object.entries(value);
	return entries.flatMap(([key, entry]) => numbered(`${name}.${key}`, entry));
}

function unknownName(name: string, { action, known }: Target): InputError {
	const near = nearest(name, (known?.parameters ?? []).map((parameter) => parameter.name));
	const hint = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : '';
	return new InputError(
		`${action} has no parameter '${name}'.${hint} If Alibaba Cloud has added it since, turn on 'Send Unknown Parameters' in the additional fields`,
	);
}

function unknownParameter(name: string, source: string, target: Target, { listFormat, sendUnknownParameters }: Entered): Array<[string, string]> {
	if (target.known && !sendUnknownParameters) throw unknownName(name, target);
	if (listFormat === 'numbered' && isStructure(source)) return numbered(name, JSON.parse(source));
	return [[name, plain(source)]];
}

function refuseMissing({ action, known }: Target, given: ReadonlyMap<string, string>): void {
	if (!known) return;
	const isFilledIn = ({ name }: Parameter) => given.has(name) || (isPaging(known) && isPageParameter(name));
	const missing = known.parameters.filter((parameter) => parameter.required && !isFilledIn(parameter)).map(({ name }) => `'${name}'`);
	if (missing.length === 0) return;
	throw new InputError(`${action} needs ${missing.join(', ')}: enter ${missing.length > 1 ? 'values for these parameters' : 'a value for this parameter'}`);
}

/**
 * The parameters of a request as they are sent. Numbers keep their digits; lists and objects become JSON text.
 *
 * @throws InputError that names the parameter which is missing, unknown or of another type
 */
export function writtenParameters(target: Target, entered: Entered): Written {
	const given = new Map([...membersOf(entered.json ?? '{}')].filter(([, source]) => source !== 'null'));
	refuseMissing(target, given);
	const written: Written = { query: [], form: [] };
	for (const [name, source] of given) {
		const known = target.known?.parameters.find((parameter) => parameter.name === name);
		if (known) written[known.place].push([name, checkedValue(known, source)]);
		else written[target.place].push(...unknownParameter(name, source, target, entered));
	}
	return written;
}
