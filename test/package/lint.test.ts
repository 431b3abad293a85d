import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import ts from 'typescript';
import { houseConfig } from '../../scripts/lintConfig';
import { ROOT } from './helpers/pack';
import { GOOD_PACK, writePack } from './helpers/samplePack';

/** Runs our lint as `npm run lint` does; without jest's NODE_ENV, which n8n's rules take for their own tests. */
async function lint(files: Record<string, string>): Promise<{ code: number; output: string }> {
	const { NODE_ENV: _, ...env } = process.env;
	const pack = writePack(files);
	const args = ['--import', 'tsx', join(ROOT, 'scripts/lint.ts'), '--sources-only', pack.dir];
	try {
		return await new Promise((resolve) => {
			execFile(process.execPath, args, { cwd: ROOT, env }, (error, stdout, stderr) => {
				resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr });
			});
		});
	} finally {
		pack.remove();
	}
}

function spoil(path: string, from: string, to: string): Record<string, string> {
	const text = GOOD_PACK[path] ?? '';
	if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
	return { [path]: text.replace(from, to) };
}

/** The files that `npm run typecheck` checks. */
function compiledFiles(): string[] {
	const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile.bind(ts.sys)) as { config: unknown };
	return ts.parseJsonConfigFileContent(config, ts.sys, ROOT).fileNames;
}

const NODE = 'nodes/Sample/Sample.node.ts';

it('finds nothing in a pack that keeps the rules', async () => {
	const { code, output } = await lint(GOOD_PACK);

	expect(output).toContain('lint: 0 errors, 0 warnings');
	expect(code).toBe(0);
}, 30_000);

describe('in a pack that breaks the rules', () => {
	let output: string;
	let code: number;

	beforeAll(async () => {
		({ output, code } = await lint({
			...GOOD_PACK,
			...spoil('package.json', '"files":["dist"],', ''),
			...spoil('nodes/Sample/properties.ts', "'Alpha', 'Beta'", "'Alpha', 'beta id'"),
			...spoil(
				NODE,
				'return [this.getInputData()];',
				`try {
			// eslint-disable-next-line
			setTimeout(() => console.log('late'), 1000);
			return [[{ json: {} }]];
		} catch (error) {
			throw error;
		}`,
			),
			...spoil(
				'credentials/SampleApi.credentials.ts',
				'sample.dark.svg',
				'missing.svg',
			),
			'nodes/Sample/actions/helper.ts': "import { readFileSync } from 'node:fs';\nexport const read = () => readFileSync('x');\n",
		}));
	}, 30_000);

	it('fails', () => {
		expect(code).toBe(1);
		expect(output).toMatch(/^lint: \d+ errors, \d+ warnings$/m);
	});

	it.each([
		['a timer, although a comment switches the rules off', NODE, '@n8n/community-nodes/no-restricted-globals'],
		['output to the console', NODE, 'no-console'],
		['an item without its pairing', NODE, '@n8n/community-nodes/missing-paired-item'],
		['an error rethrown as it came', NODE, '@n8n/community-nodes/require-node-api-error'],
		['an import that n8n Cloud lacks', 'nodes/Sample/actions/helper.ts', '@n8n/community-nodes/no-restricted-imports'],
		['an icon that does not exist', 'credentials/SampleApi.credentials.ts', '@n8n/community-nodes/icon-validation'],
		['a display name that only the assembled node has', NODE, 'n8n-nodes-base/node-param-display-name-miscased-id'],
		['a package that would publish everything', 'package.json', '@n8n/community-nodes/require-files-array'],
	])('reports %s', (_, path, rule) => {
		const findings = output.split('\n').filter((line) => line.trim().startsWith(path));
		expect(findings).toContainEqual(expect.stringContaining(rule));
	});
});

it('checks every TypeScript file that the compiler checks', async () => {
	const eslint = new ESLint({ cwd: ROOT, overrideConfigFile: true, overrideConfig: houseConfig(ROOT) });
	const rules = async (file: string) => ((await eslint.calculateConfigForFile(file)) as Linter.Config | undefined)?.rules;
	const compiled = compiledFiles();
	const unchecked = await Promise.all(compiled.map(async (file) => ((await rules(file))?.['max-lines'] ? [] : [file])));
	expect(compiled.length).toBeGreaterThan(300);
	expect(unchecked.flat()).toEqual([]);
});
