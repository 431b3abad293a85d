const fast = require('./jest.config.js');

/** n8n in queue mode, started once; it needs a PostgreSQL and a Redis, see test/support/queue/servers.ts. */
module.exports = {
	...fast,
	roots: ['<rootDir>/test/queue'],
	testPathIgnorePatterns: ['/node_modules/'],
	globalSetup: '<rootDir>/test/queue/setup.ts',
	maxWorkers: 1,
	testTimeout: 600_000,
};
