import type { ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';
import { jsonObject, optional, text as textField, type Field, type Mapping } from '../../../common/action/fields';
import { fieldRows } from '../../../common/action/fieldRows';
import { InputError } from '../../../common/vendor/errors';
import { isObject, objectOf, readJson, type Json } from '../../callback/json';
import { text } from '../../callback/values';
import { askForEditor, chosen } from '../../fields/lists';
import { variablesOf } from '../robot/variables';

/** What the robot knows about a customer beyond the name and the number, by the names of the script's variables. */
export type Properties = Record<string, string>;

/** The variables that every script has: Baiying fills them with the name and the number. */
const FILLED_BY_BAIYING = ['客户名称', '联系方式'];

/** Those of a script's variables that each customer needs a value for. */
export function ownVariables(variables: string[]): string[] {
	return variables.filter((name) => !FILLED_BY_BAIYING.includes(name));
}

function columnOf(name: string): ResourceMapperField {
	return { id: name, displayName: name, type: 'string', required: true, display: true, defaultMatch: false, canBeUsedToMatch: false };
}

/** The variables in the script of the robot that the node names. */
const variableColumns: Mapping = {
	name: 'mapVariables',
	async load(): Promise<ResourceMapperFields> {
		const robotDefId = chosen(this, 'robotDefId');
		if (robotDefId === undefined) return { fields: [], emptyFieldsNotice: 'Choose a robot first.' };
		const names = await askForEditor(this, async (client) => await variablesOf(client, chosen(this, 'companyId'), robotDefId));
		return { fields: ownVariables(names).map(columnOf), emptyFieldsNotice: 'The script of this robot has no variables of its own.' };
	},
};

function valueOf(name: string, value: Json | undefined, label: string): string {
	if (typeof value === 'object' && value !== null) throw new InputError(`'${label}' holds a list or an object as '${name}': use text or a number`);
	const given = typeof value === 'boolean' ? String(value) : text(value);
	if (given === null || given.trim() === '') throw new InputError(`'${label}' has no value for '${name}': enter one, because the robot speaks it`);
	return given.trim();
}

function valuesOf(given: Record<string, Json | undefined>, label: string): Properties | undefined {
	const entries = Object.entries(given).map(([name, value]) => [name, valueOf(name, value, label)] as const);
	return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** A column for each variable. A column without a value is an error. */
export const properties = optional<Properties>({
	property: {
		displayName: 'Properties',
		type: 'resourceMapper',
		default: { mappingMode: 'defineBelow', value: null },
		noDataExpression: true,
		description: "What the robot knows about the customer: the variables of its script",
		typeOptions: {
			loadOptionsDependsOn: ['robotDefId.value', 'companyId.value', 'authentication'],
			resourceMapper: {
				resourceMapperMethod: variableColumns.name,
				mode: 'add',
				fieldWords: { singular: 'variable', plural: 'variables' },
				addAllFields: true,
				supportAutoMap: false,
				multiKeyMatch: false,
			},
		},
	},
	mapping: variableColumns,
	toFill: 'enter a value for each variable',
	read: (raw) => valuesOf(objectOf(objectOf(raw as Json).value), 'Properties'),
});

const json = jsonObject({
	displayName: 'Properties (JSON)',
	description: "What the robot knows about the customer, as a JSON object: the variables of its script, and properties of your own, which come back in the callbacks",
	example: '{ "订单号": "A-17" }',
});

export const propertiesJson = optional<Properties>({
	...json,
	read(raw) {
		const given = json.read(raw);
		if (given === undefined) return undefined;
		const value = readJson(given);
		return isObject(value) ? valuesOf(value, 'Properties (JSON)') : undefined;
	},
} as Field<Properties>);

/** The same for all customers. */
export const ownProperties = fieldRows({
	displayName: 'Own Properties',
	description: 'Properties of your own for each customer. They come back in the callbacks, and the Baiying Trigger can filter by them.',
	row: 'Property',
	name: 'property',
	fields: {
		name: textField({ displayName: 'Name', description: 'The name of the property; it must not be that of a variable of the script', example: 'campaign' }),
		value: textField({ displayName: 'Value', description: 'The value for all customers', example: 'autumn-2026' }),
	},
});
