import type { GenericValue, IDataObject, INodeProperties } from 'n8n-workflow';
import { readField, type Fields, type Values } from './fields';
import type { Effect, Part, Result, Settings } from './part';
import type { Whole } from './steps';

export { hasFiles, type Effect, type Part, type Result, type ResultWithFiles, type Settings } from './part';

export interface Wording {
	operation: string;
	/** Title Case, without the resource. */
	name: string;
	/** Sentence case, with the resource, without articles; the list in the editor shows it. */
	action: string;
	description: string;
	effect: Effect;
	/** The field with the number that is called, or with the numbers of one customer. Left out if no field names whom the request calls. */
	dials?: string;
	/** For an action that sets something off, by whose IDs the execution can be found. */
	findBy?: FindBy;
}

/** The fields of the output, or else of the input, that hold the vendor's IDs. Never a phone number, which is personal. */
export interface FindBy {
	/** The ID of the call. */
	callId?: string;
	/** The ID of the campaign, or of the job that is one. */
	campaign?: string;
}

/** The collection that holds the fields that may stay empty. */
export type Collection = 'additionalFields' | 'filters';

/** Values of the fields that are always shown, and of those in the collection. */
export type Given<F extends Fields, A extends Fields> = Values<F> & Partial<Values<A>>;

export interface Definition<Client, F extends Fields, A extends Fields, Next> extends Wording {
	fields: F;
	/** The fields that may stay empty: `filters` if they narrow a list. An action has at most one of the two. */
	additionalFields?: A;
	filters?: A;
	/** False for an action whose answer has only one form. */
	simplify?: boolean;
	/** The values of other fields for which a field is shown. */
	showOnlyFor?: Partial<Record<keyof F, Record<string, Array<string | boolean>>>>;
	/** Checks that concern several fields at once; throws an InputError. */
	check?(values: Given<F, A>): void;
	/** For an action whose effect follows from its values; `effect` is then the strongest that it can have. */
	effectFor?(values: Given<F, A>): Effect;
	/** For requests that must keep a distance: those with the same key go out one after another. */
	spacing?: { ms: number; key(values: Given<F, A>): string };
	/** Sends the one request that the effect is about. */
	perform(client: Client, values: Given<F, A>, settings: Settings): Promise<Result[] | Part<Next>>;
	/** Reads what follows the request, such as the next page; this may be repeated. `from` is the `next` of the previous part. */
	follow?(client: Client, values: Given<F, A>, settings: Settings, from: Next): Promise<Part<Next>>;
	/**
	 * In place of `follow`: waits, perhaps for minutes, for what the request set off, such as the end of a call. Its result replaces
	 * that of `perform`. It only reads, at a pace of its own, and a later try may wait again from the same `next`. It ends as soon as
	 * `settings.canceled` is aborted.
	 */
	wait?(client: Client, values: Given<F, A>, settings: Settings, from: Next): Promise<Part<Next>>;
}

export interface BatchSettings extends Settings {
	/** For each of the items, what no other item has, and what stays the same at every try within the execution. */
	itemIds?: string[];
}

/** How many items go out in one request. */
export interface Batch<Client> {
	/** The most items in one request. */
	size: number;
	/** Items with another value here need a request of their own. */
	by(values: IDataObject): string;
	/** Set if the vendor's answer is about the request: it gives one result, for all its items. The requests go out one after another. */
	answersAsOne?: boolean;
	/**
	 * Sends one request for all the items and returns a result for each of them, in their order, or one for all. A result with
	 * `accepted: false` says that the vendor did nothing about the item.
	 */
	perform(client: Client, values: IDataObject[], settings: BatchSettings): Promise<IDataObject[]>;
}

/** One operation of a node: everything the editor and the runner need to know about it. */
export interface Action<Client> extends Wording {
	fields: Fields;
	collection: Collection;
	/** The fields in the collection. */
	additionalFields: Fields;
	simplify: boolean;
	showOnlyFor: Record<string, NonNullable<INodeProperties['displayOptions']>['show']>;
	/** Turns raw parameters into the values of the action; throws an InputError that names the field. */
	read(raw: (field: string) => unknown, additional: IDataObject): IDataObject;
	/** The effect that the action has with these values. */
	effectFor(values: IDataObject): Effect;
	spacing?: { ms: number; key(values: IDataObject): string };
	perform(client: Client, values: IDataObject, settings: Settings): Promise<Part>;
	follow(client: Client, values: IDataObject, settings: Settings, from: unknown): Promise<Part>;
	/** Set for an action that may wait after its request. */
	wait?(client: Client, values: IDataObject, settings: Settings, from: unknown): Promise<Part>;
	/** Set for an action that takes many items in one request. */
	batch?: Batch<Client>;
	/** Set for an action on all items at once. */
	whole?: Whole<Client>;
}

/** A field that is shown only for some values of other fields is read only if they have one of those. */
export function isShown(show: NonNullable<INodeProperties['displayOptions']>['show'], raw: (field: string) => unknown): boolean {
	return Object.entries(show ?? {}).every(([name, values]) => values?.some((value) => String(value) === String(raw(name))));
}

/** The values of those fields of a collection that the user has added. Throws an InputError that names the field. */
export function readAdditional(fields: Fields, given: IDataObject): IDataObject {
	const values: IDataObject = {};
	for (const [name, raw] of Object.entries(given)) {
		const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
		if (field) values[name] = field.read(raw) as GenericValue;
	}
	return values;
}

/**
 * Makes an action from its definition; the types of the values follow from the fields. It is called twice so that the client's
 * type can be given while the fields' types are inferred: `defineAction<Client>()({ … })`.
 */
export function defineAction<Client>() {
	return <F extends Fields, A extends Fields = Record<never, never>, Next = never>(definition: Definition<Client, F, A, Next>): Action<Client> => {
		const { fields, additionalFields, filters, simplify = true, showOnlyFor = {}, check, effectFor, spacing, perform, follow, wait, ...wording } = definition;
		const shown = showOnlyFor as Action<Client>['showOnlyFor'];
		const inCollection: Fields = filters ?? additionalFields ?? {};
		return {
			...wording,
			fields,
			collection: filters ? 'filters' : 'additionalFields',
			additionalFields: inCollection,
			simplify,
			showOnlyFor: shown,
			read(raw, additional) {
				const read = Object.entries(fields).filter(([name]) => isShown(shown[name], raw));
				const own = read.map(([name, field]) => [name, readField(field, raw(name))] as const);
				const values = { ...Object.fromEntries(own), ...readAdditional(inCollection, additional) } as IDataObject;
				check?.(values as unknown as Given<F, A>);
				return values;
			},
			effectFor: (values) => effectFor?.(values as unknown as Given<F, A>) ?? wording.effect,
			spacing: spacing && { ms: spacing.ms, key: (values) => spacing.key(values as unknown as Given<F, A>) },
			async perform(client, values, settings) {
				const performed = await perform(client, values as unknown as Given<F, A>, settings);
				return Array.isArray(performed) ? { results: performed } : performed;
			},
			async follow(client, values, settings, from) {
				return (await follow?.(client, values as unknown as Given<F, A>, settings, from as Next)) ?? { results: [] };
			},
			wait: wait && (async (client, values, settings, from) => await wait(client, values as unknown as Given<F, A>, settings, from as Next)),
		};
	};
}

interface BatchDefinition<Client, F extends Fields, A extends Fields> extends Omit<Definition<Client, F, A, never>, 'perform' | 'follow' | 'wait' | 'simplify'> {
	batch: {
		size: number;
		by(values: Given<F, A>): string;
		answersAsOne?: boolean;
		perform(client: Client, values: Array<Given<F, A>>, settings: BatchSettings): Promise<IDataObject[]>;
	};
}

/** As `defineAction`, for an action that takes many items in one request. */
export function defineBatchAction<Client>() {
	return <F extends Fields, A extends Fields = Record<never, never>>(definition: BatchDefinition<Client, F, A>): Action<Client> => {
		const { batch, ...rest } = definition;
		const perform = batch.perform as unknown as Batch<Client>['perform'];
		const single = defineAction<Client>()<F, A>({
			...rest,
			simplify: false,
			perform: async (client, values, settings) => await batch.perform(client, [values], settings),
		});
		return { ...single, batch: { ...batch, by: (values) => batch.by(values as unknown as Given<F, A>), perform } };
	};
}
