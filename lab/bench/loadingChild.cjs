/**
 * Loads n8n-workflow and then the files of a pack, and instantiates their classes, as n8n does when it starts. It is plain JavaScript,
 * so that no compiler is involved. Its argument is JSON of { packageDir, files }; it prints JSON of { workflowMs, packMs }.
 */
const { createRequire } = require('node:module');
const { basename, join } = require('node:path');

const { packageDir, files } = JSON.parse(process.argv[2]);
const load = createRequire(join(packageDir, 'package.json'));

const start = performance.now();
load('n8n-workflow');
const loaded = performance.now();
for (const file of files) {
	const name = basename(file).replace(/\.(node|credentials)\.js$/, '');
	new (load(join(packageDir, file))[name])();
}
const made = performance.now();

process.stdout.write(JSON.stringify({ workflowMs: loaded - start, packMs: made - loaded }));
