const fast = require('./jest.config.js');

/** The real n8n, started once for all files; installing it on a fresh machine takes minutes. */
module.exports = {
	...fast,
	roots: ['<rootDir>/test/e2e'],
	testPathIgnorePatterns: ['/node_modules/'],
	globalSetup: '<rootDir>/test/e2e/setup.ts',
	globalTeardown: '<rootDir>/test/e2e/teardown.ts',
	maxWorkers: 1,
	testTimeout: 300_000,
};
