import type { INodeProperties } from 'n8n-workflow';
import type { Action } from './action';
import { shownOn, type Condition } from './places';

type Described = Pick<Action<never>, 'action' | 'description' | 'effect'>;

/** For an AI model, which decides by itself when to call. */
export const CALL_WARNING =
	"A call rings real people's phones and costs money. If its outcome is unknown, the phones may have rung: do not repeat it, but report it.";

function textFor({ action, description, effect }: Described): string {
	const sentences = [action, description.replace(/\.$/, '')].map((sentence) => `${sentence}.`);
	return [...sentences, ...(effect === 'dial' ? [CALL_WARNING] : [])].join(' ');
}

/** What the model reads about the tool. n8n's own field would tell it no more than the name of the operation. */
export function toolDescription(action: Described, condition: Condition): INodeProperties {
	const property: INodeProperties = {
		displayName: 'Tool Description',
		name: 'toolDescription',
		type: 'string',
		...(action.effect === 'dial' ? { typeOptions: { rows: 4 } } : {}),
		default: textFor(action),
		displayOptions: { show: { '@tool': [true] } },
	};
	return shownOn(property, condition);
}
