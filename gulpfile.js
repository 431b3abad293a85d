const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { promisify } = require('node:util');
const { dest, parallel, series, src, watch: watchFiles } = require('gulp');
require('tsx/cjs');
const { bundle } = require('./scripts/bundle.ts');

const run = promisify(execFile);

const SOURCES = ['nodes/**/*.ts', 'credentials/**/*.ts'];
const ASSETS = ['nodes/**/*.svg', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json', 'credentials/**/*.svg'];

async function clean() {
	await rm('dist', { recursive: true, force: true });
}

async function typecheck() {
	const tsc = require.resolve('typescript/bin/tsc');
	try {
		await run(process.execPath, [tsc, '-p', 'tsconfig.build.json']);
	} catch (error) {
		throw new Error(`TypeScript does not compile:\n${error.stdout || error.message}`);
	}
}

function assets() {
	return src(ASSETS, { base: '.', encoding: false }).pipe(dest('dist'));
}

const compile = parallel(typecheck, bundle);
const build = series(clean, parallel(compile, assets));

function watch() {
	watchFiles(SOURCES, { ignoreInitial: false }, compile);
	watchFiles(ASSETS, { ignoreInitial: false }, assets);
}

module.exports = { clean, typecheck, bundle, compile, assets, build, watch, default: build };
