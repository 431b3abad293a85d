/** The plugin ships no types. */
declare module 'eslint-plugin-n8n-nodes-base' {
	import type { ESLint, Linter } from 'eslint';

	type RuleSet = { rules: Linter.RulesRecord };

	export const rules: NonNullable<ESLint.Plugin['rules']>;
	export const configs: Record<'community' | 'credentials' | 'nodes', RuleSet>;
}
