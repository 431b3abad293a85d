import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../../sandbox/n8n/paths';
import { requireFromN8n } from './servers';

type Variables = Record<string, string>;

export interface Service {
	image?: string;
	command?: string | string[];
	environment?: Variables;
}

interface Yaml {
	parse(text: string, options: { merge: boolean }): { services: Record<string, Service> };
}

/** The services of deploy/queue-mode/compose.yaml, with the variables of `.env` put in as Docker Compose does. */
export function composeServices(variables: Variables): Record<string, Service> {
	const text = readFileSync(join(PROJECT, 'deploy', 'queue-mode', 'compose.yaml'), 'utf8');
	const { parse } = requireFromN8n('yaml') as Yaml;
	return parse(interpolate(text, variables), { merge: true }).services;
}

/** `${NAME}`, `${NAME:-default}` and `${NAME:?message}`; `$$` is a dollar. */
function interpolate(text: string, variables: Variables): string {
	return text.replace(/\$\$|\$\{(\w+)(?::([-?])([^}]*))?\}/g, (found, name?: string, operator?: string, rest?: string) => {
		if (name === undefined) return '$';
		const value = variables[name];
		if (value) return value;
		if (operator === '-') return rest ?? '';
		throw new Error(`${found}: ${name} is not set. ${rest ?? ''}`);
	});
}
