import { sublimeSearch } from '@n8n/utils/search/sublime-search';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resources } from '../../nodes/AlibabaCloudCallCenter/resources';
import { loadedNode, packageJson, ROOT } from './helpers/pack';
import { SEARCH_WORDS } from './searchWords';

const NODE = 'Alibaba Cloud Call Center';

/** A node as the editor's list of nodes has it. */
interface Entry {
	properties: { displayName: string; codex: { alias: string[] } };
}

let entries: Entry[];

beforeAll(async () => {
	entries = await Promise.all(
		packageJson.n8n.nodes.map(async (built) => {
			const { description } = await loadedNode(built);
			const codex = readFileSync(join(ROOT, built.replace(/^dist\//, '').replace(/\.js$/, '.json')), 'utf8');
			return { properties: { displayName: description.displayName, codex: JSON.parse(codex) as Entry['properties']['codex'] } };
		}),
	);
});

/** The nodes that the editor's search shows, best first, if the words stand in a name or alias as they are; the search is content with their letters. */
function found(words: string): string[] {
	const meant = ({ properties: { displayName, codex } }: Entry) => [displayName, ...codex.alias].some((text) => text.toLowerCase().includes(words.toLowerCase()));
	return sublimeSearch(words, entries)
		.map(({ item }) => item)
		.filter(meant)
		.map(({ properties }) => properties.displayName);
}

const operations = resources.flatMap(({ value, actions }) => actions.map(({ operation, action }) => ({ action, words: SEARCH_WORDS[value]?.[operation] })));

it.each(operations)('$action is found by what people type', ({ words }) => {
	const [english = '', chinese = ''] = words ?? [];

	expect(english).toMatch(/^[\w -]+$/);
	expect(chinese).toMatch(/\p{Script=Han}/u);
	expect(found(english)).toContain(NODE);
	expect(found(chinese)).toContain(NODE);
});

it('nothing is found by words that nobody listed', () => {
	expect(found('weather forecast')).toEqual([]);
});
