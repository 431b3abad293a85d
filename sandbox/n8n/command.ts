import { spawn } from 'node:child_process';
import type { Log } from './paths';

export interface CommandOptions {
	cwd: string;
	env?: NodeJS.ProcessEnv;
	timeoutMs?: number;
	/** Says every ten seconds that the command is still at work: npm is silent for minutes. */
	progress?: { log: Log; label: string };
}

export interface CommandResult {
	ok: boolean;
	/** Standard output and error, mixed as they came; the last 20 000 characters. */
	output: string;
}

const PROGRESS_INTERVAL = 10_000;
const OUTPUT_LIMIT = 20_000;

/** Runs a program to its end. Never rejects: what went wrong is in the result. */
export async function runCommand(
	program: string,
	args: string[],
	{ cwd, env = process.env, timeoutMs, progress }: CommandOptions,
): Promise<CommandResult> {
	const startedAt = Date.now();
	let output = '';
	const child = spawn(program, args, { cwd, env, timeout: timeoutMs, stdio: ['ignore', 'pipe', 'pipe'] });
	const keep = (chunk: Buffer) => {
		output = (output + chunk.toString()).slice(-OUTPUT_LIMIT);
	};
	child.stdout.on('data', keep);
	child.stderr.on('data', keep);
	const ticker =
		progress &&
		setInterval(() => {
			const seconds = Math.round((Date.now() - startedAt) / 1000);
			progress.log(`  … ${progress.label} (${seconds} s)`);
		}, PROGRESS_INTERVAL);
	const ok = await new Promise<boolean>((resolve) => {
		child.on('error', (error) => {
			output += error.message;
			resolve(false);
		});
		child.on('close', (code) => resolve(code === 0));
	});
	clearInterval(ticker);
	return { ok, output };
}

/** Runs the same npm that runs us, so that several on one machine make no difference. */
export async function runNpm(args: string[], options: CommandOptions): Promise<CommandResult> {
	const npmScript = process.env.npm_execpath;
	if (npmScript?.endsWith('.js')) return await runCommand(process.execPath, [npmScript, ...args], options);
	if (process.platform === 'win32') return await runCommand('cmd', ['/c', 'npm', ...args], options);
	return await runCommand('npm', args, options);
}

/** The end of a command's output, for an error message. */
export function lastLines(output: string, count = 15): string {
	return output.trim().split('\n').slice(-count).join('\n');
}
