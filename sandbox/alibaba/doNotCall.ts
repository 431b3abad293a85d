import { callRestricted } from './errors';

interface Entry {
	Number: string;
	Remark: string;
	Scope: 'INSTANCE';
	Creator: string;
	CreatedTime: number;
	CreateTime: number;
}

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
