import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

const HOUR_MS = 60 * 60 * 1000;
/** 72 bits: among a million events, the chance that two share a digest is one in ten billion. */
const DIGEST_LENGTH = 12;

function digestOf(key: string): string {
	return createHash('sha256').update(key).digest('base64url').slice(0, DIGEST_LENGTH);
}

/** What is kept between polls and across restarts. */
export interface Saved {
	/** Stands for what was watched: the instance, the filters, the events and how far back. */
	scope: string;
	/** Until when everything was read and handed over, in milliseconds since 1970. */
	through: number;
	/** The digests of the events that are done, one after another, by the hour in which their call began. */
	seen: Record<string, string>;
}

function isSaved(value: unknown): value is Saved {
	const { scope, through, seen } = (value ?? {}) as Partial<Saved>;
	return typeof scope === 'string' && typeof through === 'number' && typeof seen === 'object' && seen !== null;
}

/** The events that have been handed over, as far back as the vendor is asked for them. */
export class Memory {
	private readonly hours = new Map<string, number>();

	constructor(
		readonly scope: string,
		public through: number,
	) {}

	/** Undefined if nothing was saved, or nothing that makes sense. */
	static from(saved: IDataObject[string]): Memory | undefined {
		if (!isSaved(saved)) return undefined;
		const memory = new Memory(saved.scope, saved.through);
		for (const [hour, digests] of Object.entries(saved.seen)) {
			for (let at = 0; at < digests.length; at += DIGEST_LENGTH) memory.hours.set(digests.slice(at, at + DIGEST_LENGTH), Number(hour));
		}
		return memory;
	}

	/** The same events, for another scope. */
	withScope(scope: string): Memory {
		const memory = new Memory(scope, this.through);
		for (const [digest, hour] of this.hours) memory.hours.set(digest, hour);
		return memory;
	}

	has(key: string): boolean {
		return this.hours.has(digestOf(key));
	}

	/** @param begunAt when the call began, in milliseconds since 1970 */
	add(key: string, begunAt: number): void {
		this.hours.set(digestOf(key), Math.floor(begunAt / HOUR_MS));
	}

	/** Forgets the events of calls that the vendor isn't asked for anymore. */
	forgetBefore(begunAt: number): void {
		const first = Math.floor(begunAt / HOUR_MS);
		for (const [digest, hour] of this.hours) if (hour < first) this.hours.delete(digest);
	}

	/** A new object each time: n8n's static data only notices that one of its own keys is set. */
	save(): Saved {
		const lists: Record<string, string[]> = {};
		for (const [digest, hour] of this.hours) (lists[hour] ??= []).push(digest);
		const seen = Object.fromEntries(Object.entries(lists).map(([hour, digests]) => [hour, digests.join('')]));
		return { scope: this.scope, through: this.through, seen };
	}
}
