import { findInstance } from './account';
import type { Behavior } from './center';
import { callRestricted, tooLarge } from './errors';
import { page } from './lists';
import { listOf } from './parameters';

interface Entry {
	Number: string;
	Remark: string;
	Scope: 'INSTANCE';
	Creator: string;
	CreatedTime: number;
	CreateTime: number;
}

const MOST_REMOVED = 300;

/** The numbers that an instance may not call. */
export class DoNotCallList {
	/** Instance id -> number -> entry. */
	private readonly lists = new Map<string, Map<string, Entry>>();

	of(instanceId: string): Map<string, Entry> {
		const list = this.lists.get(instanceId) ?? new Map<string, Entry>();
		this.lists.set(instanceId, list);
		return list;
	}

	forbids(instanceId: string, number: string): boolean {
		return this.of(instanceId).has(number);
	}

	/** Throws `OutboundCallRestricted`. */
	check(instanceId: string, number: string): void {
		if (this.forbids(instanceId, number)) throw callRestricted(number);
	}

	reset(): void {
		this.lists.clear();
	}
}

/** A file of numbers is taken, but nobody reads it: the sandbox has no OSS. */
const importNumbers: Behavior = ({ account, doNotCall, clock }, params) => {
	const instance = findInstance(account, params.InstanceId ?? '');
	const now = clock.now();
	for (const number of listOf('NumberList', params) ?? []) {
		doNotCall.of(instance.id).set(number, {
			Number: number,
			Remark: params.Remark ?? '',
			Scope: 'INSTANCE',
			Creator: instance.users[0].id,
			CreatedTime: now,
			CreateTime: now,
		});
	}
	return undefined;
};

const removeNumbers: Behavior = ({ account, doNotCall }, params) => {
	const { id } = findInstance(account, params.InstanceId ?? '');
	const numbers = listOf('NumberList', params) ?? [];
	if (numbers.length > MOST_REMOVED) throw tooLarge('NumberList', String(MOST_REMOVED));
	for (const number of numbers) doNotCall.of(id).delete(number);
	return '';
};

/** Import writes the list of the instance; nothing writes the list of the whole account (SYSTEM). */
const listNumbers: Behavior = ({ account, doNotCall }, params) => {
	const { id } = findInstance(account, params.InstanceId ?? '');
	const { Scope = 'INSTANCE', SearchPattern = '' } = params;
	const entries = [...doNotCall.of(id).values()].filter(
		(entry) => entry.Scope === Scope && [entry.Number, entry.Remark].some((text) => text.includes(SearchPattern)),
	);
	return page(entries, params);
};

export const doNotCallActions: Array<[string, Behavior]> = [
	['ImportDoNotCallNumbers', importNumbers],
	['RemoveDoNotCallNumbers', removeNumbers],
	['ListDoNotCallNumbers', listNumbers],
];
