import type { Effect, Wording } from '../../common/action/action';
import { knownAction } from '../api/catalogue';

/** The wording of an action. Its effect comes from the catalogue, unless the action states its own. */
export interface ActionWords extends Omit<Wording, 'effect'> {
	effect?: Effect;
}

/** The vendor's name of an operation: `holdCall` -> `HoldCall`. */
export function sentBy({ operation }: Pick<ActionWords, 'operation'>): string {
	return operation.charAt(0).toUpperCase() + operation.slice(1);
}

export function effectOf(words: ActionWords): Effect {
	return words.effect ?? knownAction(sentBy(words)).effect;
}
