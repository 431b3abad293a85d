import { findInstance } from './account';
import type { Behavior } from './center';
import { tooLarge } from './errors';
import { page } from './lists';
import { listOf } from './parameters';

const MOST_REMOVED = 300;

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
