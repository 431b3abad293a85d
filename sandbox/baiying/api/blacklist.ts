interface Entry {
	blacklistInfoId: number;
	groupId: number;
	mobile: string;
	name: string;
	remark: string;
	gmtCreate: string;
}

export interface BlacklistRow {
	mobile: string;
	name?: string;
	remark?: string;
}

/** The group that every company has. */
const DEFAULT_GROUP = -1;
const SEED_GROUP = 12;
const SEED_ID = 76;
const CREATED = '2026-09-01 10:00:00';

/** The numbers that no job of the company calls, in groups. The groups themselves are those of the catalogue. */
export class Blacklist {
	private entries: Entry[] = [];
	private nextId = SEED_ID;

	constructor() {
		this.reset();
	}

	/** The number's entry in the group, which is new or was there before. */
	add({ mobile, name = '', remark = '' }: BlacklistRow, groupId = DEFAULT_GROUP): { id: number; isNew: boolean } {
		const listed = this.find(mobile, groupId);
		if (listed) return { id: listed.blacklistInfoId, isNew: false };
		const blacklistInfoId = this.nextId++;
		this.entries.push({ blacklistInfoId, groupId, mobile, name, remark, gmtCreate: CREATED });
		return { id: blacklistInfoId, isNew: true };
	}

	/** @returns whether it was there */
	remove(mobile: string, groupId: number): boolean {
		const listed = this.find(mobile, groupId);
		this.entries = this.entries.filter((entry) => entry !== listed);
		return listed !== undefined;
	}

	in(groupId: number): Array<Omit<Entry, 'groupId'>> {
		return this.entries.filter((entry) => entry.groupId === groupId).map(({ groupId: _group, ...entry }) => entry);
	}

	/** The numbers of all groups. */
	mobiles(): string[] {
		return this.entries.map(({ mobile }) => mobile);
	}

	/** Forgets everything but the seed. */
	reset(): void {
		this.entries = [];
		this.nextId = SEED_ID;
		this.add({ mobile: '13720000001', name: '张三', remark: '要求不再来电' }, SEED_GROUP);
	}

	private find(mobile: string, groupId: number): Entry | undefined {
		return this.entries.find((entry) => entry.mobile === mobile && entry.groupId === groupId);
	}
}
