import type { Claim } from '../onceKey';
import type { Store } from './claims';

/** Claims as they would turn out, without a trace: the items of a dry run count for each other, and for nobody else. */
export class DryStore implements Store {
	private readonly taken = new Map<string, string>();

	constructor(private readonly real: Pick<Store, 'isTaken'>) {}

	async claim(key: string, mark: string): Promise<Claim> {
		if (await this.real.isTaken(key)) return 'used';
		const owner = this.taken.get(key) ?? mark;
		this.taken.set(key, owner);
		return owner === mark ? 'taken' : 'used';
	}

	async release(key: string, mark: string): Promise<void> {
		if (this.taken.get(key) === mark) this.taken.delete(key);
		return await Promise.resolve();
	}

	async isTaken(key: string): Promise<boolean> {
		return this.taken.has(key) || (await this.real.isTaken(key));
	}
}
