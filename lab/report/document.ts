import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../sandbox/n8n/paths';

const DOCS = join(PROJECT, 'docs');
const PLOTS = join(DOCS, 'plots');

/** Replaces the text between `<!-- name -->` and `<!-- /name -->`. */
function filledIn(document: string, name: string, content: string): string {
	const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
	const [from, to] = [document.indexOf(open), document.indexOf(close)];
	if (from < 0 || to < from) throw new Error(`The document has no place for ${name}`);
	return `${document.slice(0, from)}${open}\n\n${content}\n\n${document.slice(to)}`;
}

/** Writes the sections, by name, into a page of the documentation. */
export function fillIn(page: string, sections: Record<string, string>): void {
	const file = join(DOCS, page);
	const document = readFileSync(file, 'utf8');
	writeFileSync(file, Object.entries(sections).reduce((filled, [name, content]) => filledIn(filled, name, content), document));
}

export function writePlot(name: string, svg: string): void {
	mkdirSync(PLOTS, { recursive: true });
	writeFileSync(join(PLOTS, `${name}.svg`), svg);
}
