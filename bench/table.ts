import type { Table } from './bench';

function text(cell: string | number): string {
	return typeof cell === 'number' ? cell.toLocaleString('en', { maximumFractionDigits: 3 }) : cell;
}

function cells({ columns, rows }: Table): string[][] {
	return [columns, ...rows].map((row) => row.map(text));
}

function isNumeric({ rows }: Table, column: number): boolean {
	return rows.every((row) => typeof row[column] === 'number');
}

/** For the terminal: columns in line, numbers to the right. */
export function plainTable(table: Table): string {
	const all = cells(table);
	const widths = table.columns.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
	const lines = all.map((row) =>
		row
			.map((cell, column) => (isNumeric(table, column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
			.join('  ')
			.trimEnd(),
	);
	return [table.title, ...lines].filter((line) => line !== '').join('\n');
}

export function markdownTable(table: Table): string {
	const [header = [], ...body] = cells(table);
	const rule = table.columns.map((_, column) => (isNumeric(table, column) ? '---:' : '---'));
	const lines = [header, rule, ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');
	return table.title === '' ? lines : `**${table.title}**\n\n${lines}`;
}
