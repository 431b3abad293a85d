import type { FieldType, ILoadOptionsFunctions, ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';
import type { Mapping } from '../../../common/action/fields';
import { vendorAction, type Parameter } from '../../api/catalogue';
import { isPageParameter, isPaging } from './pages';
import { isCallCenter } from './target';

const TYPES: Record<Parameter['type'], FieldType> = { text: 'string', number: 'number', boolean: 'boolean', json: 'string' };

/** A list or an object stays text, since n8n can't know which of the two it is. */
function fieldOf({ name, type, required }: Parameter): ResourceMapperField {
	const displayName = type === 'json' ? `${name} (JSON)` : name;
	return { id: name, displayName, type: TYPES[type], required, removed: !required, display: true, defaultMatch: false, canBeUsedToMatch: false };
}

function textParameter(context: ILoadOptionsFunctions, name: string): string | undefined {
	const value = context.getCurrentNodeParameter(name, { extractValue: true });
	return typeof value === 'string' && value !== '' ? value : undefined;
}

function noFields(emptyFieldsNotice: string): ResourceMapperFields {
	return { fields: [], emptyFieldsNotice };
}

/** The parameters of the action that the node names. */
export const parameterList: Mapping = {
	name: 'mapApiParameters',
	async load() {
		const name = textParameter(this, 'apiAction');
		if (name === undefined) return noFields('Choose an action first.');
		const [product, version] = ['product', 'version'].map((field) => textParameter(this, `additionalFields.${field}`));
		const action = isCallCenter({ product, version }) ? vendorAction(name) : undefined;
		if (!action) return noFields('The parameters of this action are not known here. Set "Parameters As" to "JSON".');
		const fields = action.parameters.filter((parameter) => !(isPaging(action) && isPageParameter(parameter.name))).map(fieldOf);
		return fields.length > 0 ? { fields } : noFields('This action has no parameters.');
	},
};
