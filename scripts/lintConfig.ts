import eslintRecommended from '@eslint/js';
import type { ESLint, Linter } from 'eslint';
import * as nodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

/**
 * The rules n8n holds a community pack to, at the severities of n8n's own tools (`@n8n/node-cli` for the sources, its package
 * scanner for the tarball), and our own on top. Comments cannot switch any of them off.
 */

const OFF_IN_N8N_TOOL = {
	credentials: ['cred-class-field-documentation-url-miscased', 'cred-class-field-type-options-password-missing'],
	nodes: [
		'node-class-description-inputs-wrong-regular-node',
		'node-class-description-outputs-wrong',
		'node-param-type-options-max-value-present',
	],
};

const noInlineConfig: Linter.Config = {
	linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
};

const nodesBasePlugin: ESLint.Plugin = { rules: nodesBase.rules };

const jsonParser: Linter.LanguageOptions = {
	parser: tseslint.parser,
	parserOptions: { extraFileExtensions: ['.json'] },
};

/** n8n's cloud rule set; the plugin is an ES module, hence the late import. */
async function cloudRules(): Promise<Linter.Config> {
	const { configs } = await import('@n8n/eslint-plugin-community-nodes');
	const { plugins, rules } = configs.recommended;
	return { plugins, rules: { ...rules, 'no-console': 'error' } };
}

function nodesBaseRules(set: 'community' | 'credentials' | 'nodes', files: string[]): Linter.Config {
	const off = set === 'community' ? [] : OFF_IN_N8N_TOOL[set];
	return {
		files,
		plugins: { 'n8n-nodes-base': nodesBasePlugin },
		rules: {
			...nodesBase.configs[set].rules,
			...Object.fromEntries(off.map((rule) => [`n8n-nodes-base/${rule}`, 'off' as const])),
		},
	};
}

/** Sources as n8n's tools read them: `package.json` and what will be packed. */
export async function sourceConfig(): Promise<Linter.Config[]> {
	return [
		noInlineConfig,
		{ files: ['**/*.{ts,json}'], languageOptions: jsonParser, ...(await cloudRules()) },
		nodesBaseRules('community', ['package.json']),
		nodesBaseRules('credentials', ['credentials/**/*.ts']),
		nodesBaseRules('nodes', ['nodes/**/*.ts']),
	];
}

/** The unpacked tarball, as n8n's package scanner reads it before a pack is verified. */
export async function tarballConfig(): Promise<Linter.Config[]> {
	return [
		noInlineConfig,
		{ files: ['**/*.{js,json}'], languageOptions: jsonParser, ...(await cloudRules()) },
		{ files: ['**/*.js'], languageOptions: { sourceType: 'commonjs' } },
	];
}

/**
 * A node's assembled description, written out as one literal (see `assembled.ts`): n8n's rules read nothing else. Rules about the
 * rest of the class, or about how the literal is written, apply to the source.
 */
export async function assembledConfig(): Promise<Linter.Config[]> {
	return [
		...(await sourceConfig()),
		{
			files: ['nodes/**/*.ts'],
			rules: {
				'@n8n/community-nodes/node-connection-type-literal': 'off',
				'@n8n/community-nodes/webhook-lifecycle-complete': 'off',
				// Takes the hyphens out of "Start back-to-back call"; a test checks the sentence case instead.
				'n8n-nodes-base/node-param-operation-option-action-miscased': 'off',
				// Wants Friday before Monday; a test checks the order of everything else.
				'n8n-nodes-base/node-param-multi-options-type-unsorted-items': 'off',
			},
		},
	];
}

/** All TypeScript of the repository. */
export const HOUSE_FILES = ['**/*.ts'];

const houseRules: Linter.RulesRecord = {
	eqeqeq: 'error',
	'no-console': 'error',
	'no-else-return': 'error',
	'no-var': 'error',
	'object-shorthand': 'error',
	'prefer-const': 'error',
	'prefer-template': 'error',
	'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
	'@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
	'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
	'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
	'@typescript-eslint/await-thenable': 'error',
	'@typescript-eslint/no-floating-promises': 'error',
	'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
};

/** Our own rules for all TypeScript; they need the type checker. */
export function houseConfig(tsconfigRootDir: string): Linter.Config[] {
	return [
		noInlineConfig,
		{ ignores: ['dist/', '.tmp/'] },
		{
			files: HOUSE_FILES,
			languageOptions: {
				parser: tseslint.parser,
				parserOptions: { project: './tsconfig.json', tsconfigRootDir },
			},
		},
		eslintRecommended.configs.recommended,
		...(tseslint.configs.recommended as Linter.Config[]),
		{ files: HOUSE_FILES, rules: houseRules },
		{ files: HOUSE_FILES, ignores: ['{nodes,credentials}/**'], rules: { 'no-console': 'off' } },
	];
}
