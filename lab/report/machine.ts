import { cpus, totalmem } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

export interface Machine {
	cpu: string;
	cores: number;
	memoryGb: number;
	node: string;
	/** The share of all cores that other programs used just before, in percent. */
	busyBefore: number;
}

const SAMPLE_MS = 2000;
/** Above this, the figures are marked as measured on a busy machine. */
export const QUIET_PERCENT = 10;

function cpuTimes(): { idle: number; all: number } {
	const times = cpus().map((cpu) => cpu.times);
	const idle = times.reduce((sum, time) => sum + time.idle, 0);
	const all = times.reduce((sum, { user, nice, sys, idle: free, irq }) => sum + user + nice + sys + free + irq, 0);
	return { idle, all };
}

/** Describes the machine, and watches for two seconds how busy it is. */
export async function describeMachine(): Promise<Machine> {
	const before = cpuTimes();
	await wait(SAMPLE_MS);
	const after = cpuTimes();
	const idleShare = (after.idle - before.idle) / (after.all - before.all);
	return {
		cpu: cpus()[0]?.model.trim() ?? 'unknown',
		cores: cpus().length,
		memoryGb: Math.round(totalmem() / 2 ** 30),
		node: process.versions.node,
		busyBefore: Math.round((1 - idleShare) * 100),
	};
}
