import type { GenericValue, IDataObject, INodeProperties } from 'n8n-workflow';
import type { Field, Fields, Values } from './fields';

/**
 * What an action does in the world, which decides whether it may be sent twice:
 * `read` changes nothing, `change` alters a call or a session, `dial` can ring a phone.
 */
export type Effect = 'read' | 'change' | 'dial';

export interface Resource {
	name: string;
	value: string;
}

export interface Settings {
	/** Whether the user wants the short form of the vendor's answer. */
	simplify: boolean;
	/** The workflow's time zone, such as Asia/Shanghai. */
	timeZone: string;
}

/** What one request returned. With `next` there is more: the action follows up from there. */
export interface Part<Next = unknown> {
	results: IDataObject[];
	next?: Next;
}

interface Wording {
	resource: Resource;
	operation: string;
	/** Title Case, without the resource. */
	name: string;
	/** Sentence case, with the resource, without articles; the list in the editor shows it. */
	action: string;
	description: string;
	effect: Effect;
}

interface Definition<Client, F extends Fields, A extends Fields, Next> extends Wording {
	fields: F;
	additionalFields?: A;
	/** False for an action whose answer has no longer form. */
	simplify?: boolean;
	/** When one of the fields is shown, by the values of other fields. */
	showOnlyFor?: Partial<Record<keyof F, Record<string, Array<string | boolean>>>>;
	/** Checks that concern several fields at once; throws an InputError. */
	check?(values: Values<F> & Partial<Values<A>>): void;
	/** Sends the one request that the effect is about. */
	perform(client: Client, values: Values<F> & Partial<Values<A>>, settings: Settings): Promise<IDataObject[] | Part<Next>>;
	/** Reads what follows the request, such as the next page; may be repeated. `from` is the `next` of the part before. */
	follow?(client: Client, values: Values<F> & Partial<Values<A>>, settings: Settings, from: Next): Promise<Part<Next>>;
}

/** One operation of a node: everything the editor and the runner need to know about it. */
export interface Action<Client> extends Wording {
	fields: Fields;
	additionalFields: Fields;
	simplify: boolean;
	showOnlyFor: Record<string, NonNullable<INodeProperties['displayOptions']>['show']>;
	/** Turns raw parameters into the values of the action; throws an InputError that names the field. */
	read(raw: (field: string) => unknown, additional: IDataObject): IDataObject;
	perform(client: Client, values: IDataObject, settings: Settings): Promise<Part>;
	follow(client: Client, values: IDataObject, settings: Settings, from: unknown): Promise<Part>;
}

function readAdditional(fields: Fields, given: IDataObject): IDataObject {
	const values: IDataObject = {};
	for (const [name, raw] of Object.entries(given)) {
		const field: Field<unknown> | undefined = Object.hasOwn(fields, name) ? fields[name] : undefined;
		if (field) values[name] = field.read(raw) as GenericValue;
	}
	return values;
}

/**
 * Makes an action from its definition; the types of the values follow from the fields. Called twice so that the client's type
 * can be said while the fields' types are inferred: `defineAction<Client>()({ … })`.
 */
export function defineAction<Client>() {
	return <F extends Fields, A extends Fields = Record<never, never>, Next = never>(definition: Definition<Client, F, A, Next>): Action<Client> => {
		const { fields, additionalFields = {} as A, simplify = true, showOnlyFor = {}, check, perform, follow, ...wording } = definition;
		type Given = Values<F> & Partial<Values<A>>;
		return {
			...wording,
			fields,
			additionalFields,
			simplify,
			showOnlyFor: showOnlyFor as Action<Client>['showOnlyFor'],
			read(raw, additional) {
				const own = Object.entries(fields).map(([name, field]) => [name, field.read(raw(name))] as const);
				const values = { ...Object.fromEntries(own), ...readAdditional(additionalFields, additional) } as IDataObject;
				check?.(values as unknown as Given);
				return values;
			},
			async perform(client, values, settings) {
				const performed = await perform(client, values as unknown as Given, settings);
				return Array.isArray(performed) ? { results: performed } : performed;
			},
			async follow(client, values, settings, from) {
				return (await follow?.(client, values as unknown as Given, settings, from as Next)) ?? { results: [] };
			},
		};
	};
}
