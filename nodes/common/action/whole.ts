import type { IDataObject } from 'n8n-workflow';
import { defineAction, isShown, type Action, type Definition, type Given, type Result } from './action';
import { readField, type Fields, type Values } from './fields';
import type { Steps, Whole, WholeSettings } from './steps';

interface WholeDefinition<Client, F extends Fields, A extends Fields, Own extends keyof F & string>
	extends Omit<Definition<Client, F, A, never>, 'perform' | 'follow' | 'wait' | 'simplify'> {
	pairs: Whole<Client>['pairs'];
	/** The fields of which each item has a value of its own; the others are read from the first item. */
	perItem: readonly Own[];
	perform(client: Client, values: Given<F, A>, items: Array<Pick<Values<F>, Own>>, settings: WholeSettings, steps: Steps): Promise<Result[]>;
}

/** As `defineAction`, for an action that takes all incoming items at once. */
export function defineWholeAction<Client>() {
	return <F extends Fields, A extends Fields = Record<never, never>, Own extends keyof F & string = never>(
		definition: WholeDefinition<Client, F, A, Own>,
	): Action<Client> => {
		const { pairs, perItem, perform, ...rest } = definition;
		// The runner calls what stands in `whole` instead.
		const action = defineAction<Client>()<F, A>({ ...rest, simplify: false, perform: async () => [] });
		const own = perItem.map((name) => [name, definition.fields[name]] as const);
		const whole: Whole<Client> = {
			pairs,
			readItem(raw) {
				const shown = own.filter(([name]) => isShown(action.showOnlyFor[name], raw));
				return Object.fromEntries(shown.map(([name, field]) => [name, field && readField(field, raw(name))])) as IDataObject;
			},
			perform: perform as unknown as Whole<Client>['perform'],
		};
		return { ...action, whole };
	};
}
