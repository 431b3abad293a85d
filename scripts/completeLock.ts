import { readFileSync, writeFileSync } from 'node:fs';

/**
 * `tsx scripts/completeLock.ts package-lock.json sandbox/package-lock.json`: run it after every change to a lock file.
 *
 * @swc/core and others list a build for each platform as an optional dependency. Some registries publish such a build later than
 * the package itself, or not at all. `npm install` then leaves the build out of the lock file without a word, and `npm ci` refuses
 * that file on every platform, Linux included ("Missing: @swc/core-darwin-arm64@ from lock file"). Seen with npm 11.19: 25 entries
 * were missing from package-lock.json. This script adds them. npm skips a build for another platform, and on its own platform it
 * fetches the build by name and version.
 */

interface Entry {
	version?: string;
	dev?: boolean;
	optional?: boolean;
	optionalDependencies?: Record<string, string>;
	os?: string[];
	cpu?: string[];
	libc?: string[];
}

export interface Lock {
	packages: Record<string, Entry>;
}

const PLATFORMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
const LIBRARIES: Record<string, string> = { gnu: 'glibc', musl: 'musl' };

/** Where npm looks for a dependency: below the package itself, then below each package around it, then at the top. */
function isPresent(packages: Lock['packages'], from: string, name: string): boolean {
	const parts = from.split('/node_modules/');
	const places = parts.map((_, depth) => `${parts.slice(0, depth + 1).join('/node_modules/')}/node_modules/${name}`);
	return [...places, `node_modules/${name}`].some((place) => place in packages);
}

/** `@swc/core-linux-arm-gnueabihf` -> linux, arm */
function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> {
	const words = name.split(/[/-]/);
	const os = PLATFORMS.find((platform) => words.includes(platform));
	const cpu = PROCESSORS.find((processor) => words.includes(processor));
	const libc = LIBRARIES[words.at(-1) ?? ''];
	return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }), ...(os === 'linux' && libc && { libc: [libc] }) };
}

/** The entries that are missing, by their place in the lock file. */
export function missingEntries(packages: Lock['packages']): Array<[string, Entry]> {
	return Object.entries(packages).flatMap(([from, { dev, optionalDependencies = {} }]) =>
		Object.entries(optionalDependencies)
			.filter(([name]) => !isPresent(packages, from, name))
			.map(([name, range]): [string, Entry] => {
				const version = range.replace(/^[\^~]/, '');
				return [`node_modules/${name}`, { version, ...(dev && { dev }), optional: true, ...platformOf(name) }];
			}),
	);
}

function complete(file: string): void {
	const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;
	const missing = missingEntries(lock.packages);
	const [root, ...rest] = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) });
	if (!root) throw new Error(`${file} has no packages`);
	lock.packages = Object.fromEntries([root, ...rest.sort(([left], [right]) => left.localeCompare(right, 'en'))]);
	writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
	console.log(`${file}: ${missing.length} entries added`);
	for (const [place, { version }] of missing) console.log(`  ${place}@${version}`);
}

if (require.main === module) process.argv.slice(2).forEach(complete);
