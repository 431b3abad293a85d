export type Vendor = 'alibaba' | 'huawei' | 'baiying';

export const VENDORS: readonly Vendor[] = ['alibaba', 'huawei', 'baiying'];

export type Answer = 'answers' | 'busy' | 'noAnswer' | 'rejects' | 'emptyNumber';

export const ANSWERS: readonly Answer[] = ['answers', 'busy', 'noAnswer', 'rejects', 'emptyNumber'];

/** What a phone does when it rings. Times are vendor milliseconds. */
export interface PhoneBehaviour {
	answer: Answer;
	ringMs: number;
	talkMs: number;
}

/** One ring of one phone; `at` is vendor time. */
export interface Ring {
	phone: string;
	vendor: Vendor;
	callId: string;
	at: number;
}

/** One conversation; it has no `endedAt` until it ends. Times are vendor time. */
export interface Talk {
	vendor: Vendor;
	callId: string;
	parties: string[];
	startedAt: number;
	endedAt?: number;
}

const DEFAULT_BEHAVIOUR: PhoneBehaviour = { answer: 'answers', ringMs: 2000, talkMs: 10_000 };

/** The record of every phone that rang and how often, and of how each phone behaves when it rings. */
export class Phones {
	private readonly behaviours = new Map<string, PhoneBehaviour>();
	private readonly counts = new Map<string, number>();
	private readonly ongoing = new Map<string, Talk>();
	private rung: Ring[] = [];
	private talked: Talk[] = [];

	constructor(private readonly now: () => number = Date.now) {}

	/** Changes what is given and keeps the rest. */
	setBehaviour(phone: string, behaviour: Partial<PhoneBehaviour>): void {
		this.behaviours.set(phone, { ...this.behaviour(phone), ...behaviour });
	}

	behaviour(phone: string): PhoneBehaviour {
		return this.behaviours.get(phone) ?? { ...DEFAULT_BEHAVIOUR };
	}

	ring(vendor: Vendor, phone: string, callId: string): void {
		this.rung.push({ phone, vendor, callId, at: this.now() });
		this.counts.set(phone, this.timesRung(phone) + 1);
	}

	timesRung(phone: string): number {
		return this.counts.get(phone) ?? 0;
	}

	/** All rings, oldest first. */
	rings(): Ring[] {
		return [...this.rung];
	}

	startTalk(vendor: Vendor, callId: string, parties: string[]): Talk {
		const talk: Talk = { vendor, callId, parties, startedAt: this.now() };
		this.talked.push(talk);
		this.ongoing.set(callId, talk);
		return talk;
	}

	/** Ends the conversation of this call; does nothing if there is none. */
	endTalk(callId: string): void {
		const talk = this.ongoing.get(callId);
		if (!talk) return;
		talk.endedAt = this.now();
		this.ongoing.delete(callId);
	}

	/** All conversations, oldest first. */
	talks(): Talk[] {
		return [...this.talked];
	}

	/** Forgets all rings and conversations, and how the phones were set to behave. */
	reset(): void {
		this.behaviours.clear();
		this.counts.clear();
		this.ongoing.clear();
		this.rung = [];
		this.talked = [];
	}
}
