import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialType, INodeProperties, INodeType } from 'n8n-workflow';
import { ROOT, loadedCredential, loadedNode, packageJson, typeName } from './pack';
import { choices, groups, inner, isShownFor, operations } from '../../support/walk';

/** What saved workflows depend on, as sentences that can be compared: by node or credential type. */
export type Contract = Record<string, string[]>;

const FILE = join(ROOT, 'test/package/contract.json');

export const COMMAND = 'npx tsx test/package/updateContract.ts';

type Operation = ReturnType<typeof operations>[number];

const CHOSEN = ['resource', '/resource', 'operation', '/operation'];

/** Where a parameter is shown: `call.callOut`, or `call` for the list of operations itself; undefined when it is shown everywhere. */
function places(property: INodeProperties, all: Operation[]): string[] | undefined {
	const { show = {}, hide = {} } = property.displayOptions ?? {};
	if (property.name === 'operation') return show.resource?.map(String);
	if (!CHOSEN.some((key) => key in show || key in hide)) return undefined;
	return all.filter(({ resource, value }) => isShownFor(property, resource, String(value))).map(({ resource, value }) => `${resource}.${String(value)}`);
}

/** The operations that a place stands for. */
function within(place: string, all: Operation[]): Operation[] {
	return all.filter(({ resource, value }) => ['', resource, `${resource}.${String(value)}`].includes(place));
}

/** @param all the operations for which the parameter's parents are shown */
function ofParameter(property: INodeProperties, all: Operation[], parents: string, parentPlace: string): string[] {
	if (property.type === 'notice') return [];
	const { name } = property;
	const path = parents + name;
	const type = `${property.type}${property.typeOptions?.multipleValues ? '[]' : ''}`;
	return (places(property, all) ?? [parentPlace]).flatMap((place) => [
		...[
			`: ${type}, by default ${name === 'toolDescription' ? "the operation's own text" : JSON.stringify(property.default)}`,
			...choices(property).map(({ value }) => ` offers ${JSON.stringify(value)}`),
			...(property.modes ?? []).map((mode) => ` has the mode ${mode.name}`),
		].map((fact) => `${place && `${place} `}${path}${fact}`),
		...(property.type === 'collection' ? inner(property).flatMap((entry) => ofParameter(entry, within(place, all), `${path}.`, place)) : []),
		...groups(property).flatMap((group) => group.values.flatMap((entry) => ofParameter(entry, within(place, all), `${path}.${group.name}.`, place))),
	]);
}

function ofParameters(properties: INodeProperties[]): string[] {
	return properties.flatMap((property) => ofParameter(property, operations(properties), '', ''));
}

function sorted(facts: string[]): string[] {
	return [...new Set(facts)].sort();
}

export function ofNode({ description }: INodeType): string[] {
	const { version, credentials = [], webhooks = [], properties } = description;
	return sorted([
		...[version].flat().map((one) => `version ${one}`),
		...credentials.map(({ name }) => `credential ${name}`),
		...webhooks.map(({ name, httpMethod, path }) => `webhook ${name}: ${String(httpMethod)} ${path}`),
		...ofParameters(properties),
	]);
}

export function ofCredential({ properties }: ICredentialType): string[] {
	return sorted(ofParameters(properties));
}

/** The contract that the sources keep now. */
export async function currentContract(): Promise<Contract> {
	const { nodes, credentials } = packageJson.n8n;
	const entries = [
		...nodes.map(async (built) => [`node ${typeName(built)}`, ofNode(await loadedNode(built))] as const),
		...credentials.map(async (built) => [`credential ${typeName(built)}`, ofCredential(await loadedCredential(built))] as const),
	];
	return Object.fromEntries(await Promise.all(entries));
}

export function publishedContract(): Contract {
	return JSON.parse(readFileSync(FILE, 'utf8')) as Contract;
}

export function publish(contract: Contract): void {
	writeFileSync(FILE, `${JSON.stringify(contract, null, '\t')}\n`);
}

function flat(contract: Contract): string[] {
	return Object.entries(contract).flatMap(([type, facts]) => facts.map((fact) => `${type}: ${fact}`));
}

/** What the second contract has and the first lacks. */
function beyond(first: Contract, second: Contract): string[] {
	const known = new Set(flat(first));
	return flat(second).filter((fact) => !known.has(fact));
}

export function difference(published: Contract, current: Contract): { lost: string[]; added: string[] } {
	return { lost: beyond(current, published), added: beyond(published, current) };
}

/** What is wrong with the published contract, with what to do about it; undefined when it is in order. */
export function contractFault(published: Contract, current: Contract): string | undefined {
	const { lost, added } = difference(published, current);
	if (lost.length > 0) {
		return `Saved workflows depend on what is lost or changed here. Restore it, or keep it for the versions that had it:\n${lost.join('\n')}`;
	}
	if (added.length > 0) return `To publish these additions, run: ${COMMAND}\n${added.join('\n')}`;
	return undefined;
}
