// n8n-core logs every failing node, which is what many tests are about.
process.env.N8N_LOG_LEVEL ??= 'silent';

/** The fast suite: everything but the real n8n. */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/queue/'],
	// A busy machine is no failure; what hangs is one all the same.
	testTimeout: 60_000,
	// n8n-core is loaded anew for each file, and not all of it is freed.
	maxWorkers: 2,
	workerIdleMemoryLimit: '1500MB',
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/sandbox/node_modules/', '<rootDir>/.tmp/'],
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{ jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
		],
	},
};
