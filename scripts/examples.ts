import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { WorkflowFile } from '../sandbox/n8n/rest';

/** What examples/about says of an example. */
export interface About {
	/** The job that somebody has, in one sentence. */
	job: string;
	/** What to do before the first run. */
	setUp: string;
	/** What a reader learns from it, beyond this job. */
	teaches: string;
}

export interface Example {
	/** The name of its files, without `.json`. */
	name: string;
	about: About;
	workflow: WorkflowFile;
	/** The same job with n8n's own nodes only. */
	before?: WorkflowFile;
}

export const EXAMPLES = join(__dirname, '..', 'examples');
export const ABOUT = join(EXAMPLES, 'about');
export const BEFORE = join(EXAMPLES, 'without-this-pack');

/** The names of a folder's files, without `.json`. */
export function namesIn(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => basename(file, '.json')).sort();
}

function read<T>(folder: string, name: string): T {
	return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as T;
}

/** The examples that examples/about describes. */
export function readExamples(): Example[] {
	const withBefore = new Set(namesIn(BEFORE));
	return namesIn(ABOUT).map((name) => ({
		name,
		about: read<About>(ABOUT, name),
		workflow: read<WorkflowFile>(EXAMPLES, name),
		...(withBefore.has(name) && { before: read<WorkflowFile>(BEFORE, name) }),
	}));
}

/** How many nodes a workflow has, without its notes. */
export function countNodes({ nodes }: WorkflowFile): number {
	return nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote').length;
}

export function countCodeNodes({ nodes }: WorkflowFile): number {
	return nodes.filter(({ type }) => type === 'n8n-nodes-base.code').length;
}
