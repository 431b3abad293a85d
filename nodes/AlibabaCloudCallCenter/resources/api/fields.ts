import type { IDataObject } from 'n8n-workflow';
import { choice, jsonObject, locator, optional, text, yesNo, type Field } from '../../../common/action/fields';
import { InputError } from '../../../common/vendor/errors';
import { jsonText } from '../../../common/vendor/json';
import { actionList } from './actionList';
import { parameterList } from './parameterList';

const NAME = /^[A-Za-z]\w*$/;

const action = locator({
	displayName: 'Action',
	description: 'The action of the API, from the list or by the name that it has in the documentation of Alibaba Cloud',
	example: 'ListCallDetailRecordsV2',
	enteredBy: 'Name',
	search: actionList,
});

export const apiAction: Field<string> = {
	...action,
	read(raw) {
		const name = action.read(raw);
		if (name === undefined || NAME.test(name)) return name;
		throw new InputError(`'Action' is "${name}": use the name of an action, such as ListCallDetailRecordsV2`);
	},
};

export const parameterMode = choice({
	displayName: 'Parameters As',
	description: 'How the parameters of the action are entered',
	default: 'fields',
	choices: [
		{ name: 'Fields', value: 'fields', description: 'A field for each parameter of an action from the list' },
		{ name: 'JSON', value: 'json', description: 'An object with the names of Alibaba Cloud' },
	],
});

/** A whole number that JavaScript has rounded, anywhere in the value. */
function roundedIn(value: unknown): number | undefined {
	if (typeof value === 'number') return Math.abs(value) > Number.MAX_SAFE_INTEGER ? value : undefined;
	if (typeof value !== 'object' || value === null) return undefined;
	return Object.values(value).map(roundedIn).find((found) => found !== undefined);
}

function exactJson(label: string, value: unknown): string | undefined {
	const rounded = roundedIn(value);
	if (rounded === undefined) return jsonText(value);
	throw new InputError(`'${label}' holds ${rounded}, a number too large to keep all its digits: enter it as text, in quotes`);
}

/** The values of n8n's mapper without the empty fields, as JSON text. */
export const apiParameters = optional<string>({
	property: {
		displayName: 'Parameters',
		type: 'resourceMapper',
		default: { mappingMode: 'defineBelow', value: null },
		noDataExpression: true,
		description: 'What the action needs, under the names of Alibaba Cloud; add the parameters that you want to set',
		typeOptions: {
			loadOptionsDependsOn: ['apiAction.value', 'additionalFields.product', 'additionalFields.version'],
			resourceMapper: {
				resourceMapperMethod: parameterList.name,
				mode: 'add',
				fieldWords: { singular: 'parameter', plural: 'parameters' },
				addAllFields: false,
				supportAutoMap: false,
				multiKeyMatch: false,
			},
		},
	},
	mapping: parameterList,
	toFill: 'enter the parameters of the action',
	read(raw) {
		const { value } = (raw ?? {}) as { value?: IDataObject | null };
		const given = Object.entries(value ?? {}).filter(([, content]) => content !== '' && content !== null && content !== undefined);
		return given.length > 0 ? exactJson('Parameters', Object.fromEntries(given)) : undefined;
	},
});

const json = jsonObject({
	displayName: 'Parameters (JSON)',
	description: 'The parameters under the names of Alibaba Cloud, as a JSON object; lists and objects may be written as such. All digits of numbers are kept.',
	example: '{ "InstanceId": "ccc-test", "UserId": "agent@ccc-test" }',
});

export const apiParametersJson = optional<string>({
	...json,
	read: (raw) => json.read(typeof raw === 'object' && raw !== null ? exactJson('Parameters (JSON)', raw) : raw),
});

const VERSION_OF_AN_API = /^\d{4}-\d\d-\d\d$/;

export const additionalFields = {
	product: text({
		displayName: 'Product',
		description: 'Another product of Alibaba Cloud with an RPC API, by its name in the address; by default the call center (CCC)',
		example: 'OutboundBot',
		check: (value) => (/^[a-z][a-z0-9-]*$/i.test(value) ? undefined : 'use the name of a product, such as OutboundBot'),
	}),
	version: text({
		displayName: 'Version',
		description: 'The version of the API; needed for a product other than CCC, OutboundBot, AICCS and Dyvmsapi',
		example: '2025-11-11',
		check: (value) => (VERSION_OF_AN_API.test(value) ? undefined : 'use a date such as 2025-11-11'),
	}),
	endpoint: text({
		displayName: 'Endpoint',
		description: 'The address of the product if it is not the usual one: product, region and .aliyuncs.com',
		example: 'https://outboundbot.cn-shanghai.aliyuncs.com',
	}),
	parameterPlace: choice({
		displayName: 'Parameter Place',
		description: 'Where parameters travel that the node does not know; by default in the query, and for OutboundBot in the body',
		default: 'query',
		choices: [
			{ name: 'Body', value: 'form', description: 'As a form' },
			{ name: 'Query', value: 'query', description: 'In the address' },
		],
	}),
	listFormat: choice({
		displayName: 'List Format',
		description: 'How lists and objects are written in parameters that the node does not know',
		default: 'json',
		choices: [
			{ name: 'JSON', value: 'json', description: 'The whole list in one parameter' },
			{ name: 'Numbered', value: 'numbered', description: 'One parameter for each value: Name.1, Name.2, or Name.1.Key' },
		],
	}),
	sendUnknownParameters: yesNo({
		displayName: 'Send Unknown Parameters',
		description: 'Whether to send parameters that the node does not know for an action of its list',
		default: true,
	}),
};
