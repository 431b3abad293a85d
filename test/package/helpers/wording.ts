/** How n8n wants texts in a node to be written. Each function returns what is wrong, or nothing. */

const SMALL_WORDS = new Set('a an and as at but by for from if in into nor of off on onto or out over per the to up via vs with yet'.split(' '));

/** Title Case: every word starts with a capital but for the small ones inside; a word with capitals or digits of its own is left. */
export function titleCase(text: string): string | undefined {
	const words = text.split(/[\s/()]+/).filter(Boolean);
	const wrong = words.find((word, index) => {
		const small = index > 0 && index < words.length - 1 && SMALL_WORDS.has(word);
		return !small && /^[a-z][a-z'-]*$/.test(word);
	});
	return wrong && `"${wrong}" is not in Title Case`;
}

/** Acronyms in capitals; addresses and code are left alone. */
export function acronyms(text: string): string | undefined {
	const prose = text.replace(/<code>.*?<\/code>|<a [^>]*>|\bhttps?:\S+|`[^`]*`|[\w.]*[?&=]\S*/g, '');
	const wrong = /\b(id|Id|ids|Ids|url|Url|urls|Urls|json|Json|dtmf|Dtmf|api|Api|sms|Sms)\b/.exec(prose);
	return wrong ? `"${wrong[0]}" belongs in capitals` : undefined;
}

function sentences(text: string): number {
	return text.replace(/\be\.g\.|\bi\.e\./g, '').split(/[.!?] (?=[A-Z])/).length;
}

/** One sentence has no full stop, several have one at the end. */
export function fullStop(text: string): string | undefined {
	const ends = text.endsWith('.') && !text.endsWith('e.g.') && !text.endsWith('…');
	if (sentences(text) === 1) return ends ? 'a single sentence has no full stop' : undefined;
	return ends || /<\/(a|code)>$/.test(text) ? undefined : 'the last of several sentences has no full stop';
}

/** Sentence case: a capital at the start and otherwise only in acronyms. */
export function sentenceCase(text: string): string | undefined {
	const [first = '', ...others] = text.split(' ');
	if (!/^[A-Z]/.test(first)) return 'it does not start with a capital';
	const wrong = others.find((word) => /^[A-Z]/.test(word) && word !== word.toUpperCase());
	return wrong && `"${wrong}" has a capital inside the sentence`;
}

export function articles(text: string): string | undefined {
	const wrong = /\b(a|an|the)\b/i.exec(text);
	return wrong ? `"${wrong[0]}" is an article` : undefined;
}

/** They keep the order of the week. */
const WEEK = 'Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday';

export function ascending(names: string[]): string | undefined {
	if (names.join() === WEEK) return undefined;
	const wrong = names.findIndex((name, index) => index > 0 && (names[index - 1] ?? '').localeCompare(name, 'en') > 0);
	return wrong < 0 ? undefined : `"${names[wrong]}" is out of alphabetical order`;
}
