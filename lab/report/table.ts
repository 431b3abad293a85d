import type { Table } from './measured';

function text(cell: string | number): string {
	return typeof cell === 'number' ? cell.toLocaleString('en', { maximumFractionDigits: 3 }) : cell;
}

/** The table as Markdown, which can also be read in a terminal; columns with numbers are aligned to the right. */
export function markdownTable({ title, columns, rows }: Table): string {
	const rule = columns.map((_, column) => (rows.some((row) => typeof row[column] === 'number') ? '---:' : '---'));
	const lines = [columns, rule, ...rows].map((row) => `| ${row.map(text).join(' | ')} |`).join('\n');
	return title === '' ? lines : `**${title}**\n\n${lines}`;
}
