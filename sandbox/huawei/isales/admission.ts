import { readISalesFacts, type ISalesOperation, type ISalesParameter, type ISalesVersion } from '../../../catalogue/huaweiISalesFacts';
import { emptyError, ISalesError, parameterError } from './errors';

/** A request that was admitted. */
export interface Admitted {
	operation: string;
	version: ISalesVersion;
	/** From the path, the query and the body, under the vendor's names. */
	params: Record<string, unknown>;
}

export interface Received {
	method: string;
	path: string;
	query: Record<string, string>;
	body: Record<string, unknown>;
}

const FACTS = readISalesFacts();
const ROOT = /^\/rest\/isales\/(v[12])\/openapi\/campaigns\/(\d+)(\/.*)?$/;

function pathParameters(template: string, path: string): Record<string, string> | undefined {
	const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
	const found = new RegExp(`^${template.replace(/\{\w+\}/g, '([\\w-]+)')}$`).exec(path);
	return found ? Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ''])) : undefined;
}

/** A path without a name in it goes before one with a name: `/appoint/create` is no campaign. */
function operationFor(method: string, path: string, version: string): { facts: ISalesOperation; inPath: Record<string, string> } {
	for (const facts of FACTS) {
		const inPath = facts.method === method && facts.versions.includes(version as ISalesVersion) ? pathParameters(facts.path, path) : undefined;
		if (inPath) return { facts, inPath };
	}
	throw new ISalesError('0200001', `${method} ${path} does not exist in ${version}`, 404);
}

function isOfType(type: ISalesParameter['type'], value: unknown): boolean {
	if (type === 'list') return Array.isArray(value);
	return type === 'object' ? typeof value === 'object' && value !== null && !Array.isArray(value) : typeof value === type;
}

function checked(parameters: ISalesParameter[], given: Record<string, unknown>, version: ISalesVersion): void {
	const known = parameters.filter(({ versions }) => versions?.includes(version) ?? true);
	for (const [name, value] of Object.entries(given)) {
		const parameter = known.find((one) => one.name === name);
		if (!parameter) throw parameterError(`${name} is not known`);
		if (!isOfType(parameter.type, value)) throw parameterError(`${name} must be of the type ${parameter.type}`);
	}
	const missing = known.find(({ name, required }) => required && (given[name] === undefined || given[name] === ''));
	if (missing) throw emptyError(missing.name);
}

/** Numbers of a query arrive as text. */
function typedQuery(parameters: ISalesParameter[], query: Record<string, string>): Record<string, unknown> {
	const isNumber = (name: string, value: string) => parameters.some((one) => one.name === name && one.type === 'number') && /^\d+$/.test(value);
	return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, isNumber(name, value) ? Number(value) : value]));
}

/**
 * The request held against the description of the interfaces: path, names, types, and that nothing is missing. It is stricter than the
 * vendor, which passes over what it doesn't know. A wrong name is a mistake of the client.
 *
 * @throws ISalesError
 */
export function admitted({ method, path, query, body }: Received, vdnId: string): Admitted {
	const [, version = '', vdn, below = ''] = ROOT.exec(path) ?? [];
	if (version === '') throw new ISalesError('0200001', `${path} does not exist`, 404);
	if (vdn !== vdnId) throw new ISalesError('02000007', 'vdnId is not valid');
	const { facts, inPath } = operationFor(method, below, version);
	const typed = typedQuery(facts.query, query);
	checked(facts.query, typed, version as ISalesVersion);
	checked(facts.body, body, version as ISalesVersion);
	return { operation: facts.name, version: version as ISalesVersion, params: { ...inPath, ...typed, ...body } };
}
