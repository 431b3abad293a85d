import type { Struck } from '../faultPlan';
import type { ToldAttempt } from './told';

export interface WeekOrder {
	customers: number;
	workers: number;
	kills: number;
	seed: number;
	/** How many seconds pass in one real second. */
	speed: number;
}

/** A request for a call that the vendor let in. */
export interface WeekRequest {
	phone: string;
	key: string;
	/** What its signature says, to the second; ms since the epoch, on the clock of the campaign. */
	sentAt: number;
	struck: Struck;
}

/** A batch whose worker was killed, and which was started again. */
export interface BrokenOff {
	phones: string[];
	keys: string[];
	/** When it had first come in. */
	at: number;
}

export interface WeekEvidence {
	order: WeekOrder;
	doNotCall: Set<string>;
	/** By the time of their signatures. */
	requests: WeekRequest[];
	/** The calls that the vendor placed, and how often each one's customer was rung. */
	placed: Array<{ phone: string; key: string; rings: number }>;
	/** How many attempts there were in all batches. */
	attempts: number;
	told: ToldAttempt[];
	brokenOff: BrokenOff[];
	executionsByStatus: Record<string, number>;
	seconds: number;
}

const HARMLESS = new Set<Struck>(['refuse', 'throttle']);
/** The silent ones come before the work. */
const NOT_PLACED = new Set<Struck>(['refuse', 'throttle', 'hang', 'cutBefore', 'errorBefore']);

/** Whether the call does not count: the vendor said that it did nothing. */
export const isHarmless = ({ struck }: WeekRequest) => HARMLESS.has(struck);

export const isPlaced = ({ struck }: WeekRequest) => !NOT_PLACED.has(struck);
