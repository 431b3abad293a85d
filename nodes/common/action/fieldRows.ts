import type { INodeProperties } from 'n8n-workflow';
import { isOptional, readField, type Field, type Fields, type Values } from './fields';
import { InputError } from '../vendor/errors';

interface RowsLook<F extends Fields> {
	displayName: string;
	description: string;
	/** What one row is called, such as "Skill Level". */
	row: string;
	/** Under which name the editor keeps the rows, such as `level`. */
	name: string;
	/** At most one of them is a locator. */
	fields: F;
}

function rowProperty([name, field]: [string, Field<unknown>]): INodeProperties {
	const canBeEmpty = field.property.type !== 'number';
	return { ...field.property, name, ...(canBeEmpty && !isOptional(field) ? { required: true } : {}) };
}

function rowsIn(raw: unknown, name: string): object[] {
	const rows = typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>)[name] : undefined;
	return [rows ?? []].flat().map((row) => (typeof row === 'object' && row !== null ? row : {}));
}

function readRow<F extends Fields>(fields: F, row: object): Values<F> {
	const entries = Object.entries(fields).map(([name, field]) => [name, readField(field, (row as Record<string, unknown>)[name])]);
	return Object.fromEntries(entries) as Values<F>;
}

/** Several rows of the same fields, such as pairs of a skill group and a level. */
export function fieldRows<F extends Fields>({ displayName, description, row, name, fields }: RowsLook<F>): Field<Array<Values<F>>> {
	const entries = Object.entries(fields);
	const values = entries.map(rowProperty);
	return {
		toFill: 'add at least one',
		search: entries.find(([, { search }]) => search)?.[1].search,
		property: {
			displayName,
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: `Add ${row}`,
			default: {},
			description,
			options: [{ displayName: row, name, values }],
		},
		read(raw) {
			const rows = rowsIn(raw, name).map((given, index) => {
				try {
					return readRow(fields, given);
				} catch (error) {
					throw error instanceof InputError ? new InputError(`'${displayName}', entry ${index + 1}: ${error.message}`) : error;
				}
			});
			return rows.length > 0 ? rows : undefined;
		},
	};
}
