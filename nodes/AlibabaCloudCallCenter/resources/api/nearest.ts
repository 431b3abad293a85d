const MOST = 3;

/** How many letters have to be added, removed or replaced to get from one word to the other (Levenshtein distance). */
function distance(one: string, other: string): number {
	let row = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (const [i, letter] of [...one].entries()) {
		const above = row;
		row = [i + 1];
		for (const [j, wanted] of [...other].entries()) {
			const replaced = (above[j] ?? 0) + (letter === wanted ? 0 : 1);
			row.push(Math.min(replaced, (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
		}
	}
	return row[other.length] ?? 0;
}

/** Names that are likely meant by a misspelt one, the most similar first. Upper and lower case don't matter. */
export function nearest(name: string, names: string[]): string[] {
	const given = name.toLowerCase();
	const far = Math.max(2, Math.floor(name.length / 3));
	return names
		.map((candidate) => ({ candidate, steps: distance(given, candidate.toLowerCase()) }))
		.filter(({ steps }) => steps <= far)
		.sort((a, b) => a.steps - b.steps)
		.slice(0, MOST)
		.map(({ candidate }) => candidate);
}
