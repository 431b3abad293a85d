import { ESLint, type Linter } from 'eslint';
import { existsSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { loadNodes, writtenOut } from './assembled';
import { assembledConfig, HOUSE_FILES, houseConfig, sourceConfig, tarballConfig } from './lintConfig';
import { packPack } from './pack';
import { writeVendorPackages } from './vendorPackages';

/**
 * `npm run lint`: checks the sources, the assembled node descriptions and the unpacked tarballs against n8n's rules, and all
 * TypeScript against our own. `tsx scripts/lint.ts --sources-only <dir>` checks the sources of another pack against n8n's rules.
 * Any finding fails it, warnings too.
 */

type Results = ESLint.LintResult[];

function linter(cwd: string, config: Linter.Config[]): ESLint {
	return new ESLint({ cwd, overrideConfigFile: true, overrideConfig: config, errorOnUnmatchedPattern: false });
}

function report(title: string, cwd: string, results: Results): Results {
	console.log(`${title}: ${results.length} files`);
	for (const { filePath, messages } of results) {
		for (const { line, column, severity, message, ruleId } of messages) {
			const level = severity === 2 ? 'error' : 'warning';
			console.log(`  ${relative(cwd, filePath)}:${line}:${column}  ${level}  ${message}  ${ruleId ?? ''}`);
		}
	}
	return results;
}

async function lintSources(root: string): Promise<Results> {
	const patterns = ['package.json', '{nodes,credentials}/**/*.{ts,json}'];
	return report('sources', root, await linter(root, await sourceConfig()).lintFiles(patterns));
}

async function lintAssembled(root: string): Promise<Results> {
	const eslint = linter(root, await assembledConfig());
	const results: Results = [];
	for (const { path, node } of await loadNodes(root)) {
		const text = writtenOut(basename(path, '.node.ts'), node.description);
		results.push(...(await eslint.lintText(text, { filePath: join(root, path) })));
	}
	return report('assembled descriptions', root, results);
}

async function lintTarballs(root: string): Promise<Results> {
	const pack = await packPack(root);
	try {
		const packages = [pack.packageDir, ...(await writeVendorPackages(pack.packageDir, join(pack.packageDir, '../packages')))];
		const config = await tarballConfig();
		const lint = async (folder: string) => report(`tarball of ${basename(folder)}`, folder, await linter(folder, config).lintFiles(['package.json', '**/*.js']));
		return (await Promise.all(packages.map(lint))).flat();
	} finally {
		await pack.remove();
	}
}

async function lintHouse(root: string): Promise<Results> {
	return report('house', root, await linter(root, houseConfig(root)).lintFiles(HOUSE_FILES));
}

async function main(): Promise<void> {
	const [flag, dir] = process.argv.slice(2);
	const sourcesOnly = flag === '--sources-only' && dir !== undefined;
	const root = sourcesOnly ? resolve(dir) : resolve(__dirname, '..');
	if (!existsSync(join(root, 'package.json'))) throw new Error(`No package.json in ${root}`);

	const results = await lintSources(root);
	if (!sourcesOnly) results.push(...(await lintTarballs(root)), ...(await lintHouse(root)));
	results.push(...(await lintAssembled(root)));

	const errors = results.reduce((sum, { errorCount }) => sum + errorCount, 0);
	const warnings = results.reduce((sum, { warningCount }) => sum + warningCount, 0);
	console.log(`lint: ${errors} errors, ${warnings} warnings`);
	process.exitCode = errors + warnings > 0 ? 1 : 0;
}

void main();
