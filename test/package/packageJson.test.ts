import { packageJson } from './helpers/pack';

const FORBIDDEN_SCRIPTS = ['prepare', 'preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'postprepare'];

it('has a name, license and keyword that n8n recognizes', () => {
	expect(packageJson.name).toMatch(/^n8n-nodes-/);
	expect(packageJson.license).toBe('MIT');
	expect(packageJson.keywords).toContain('n8n-community-node-package');
});

it('has no dependencies', () => {
	expect(packageJson.dependencies).toBeUndefined();
	expect(packageJson.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	for (const field of ['optionalDependencies', 'bundleDependencies', 'bundledDependencies', 'overrides', 'resolutions']) {
		expect(packageJson).not.toHaveProperty(field);
	}
});

it('publishes the build and nothing else, and runs nothing when it is installed', () => {
	expect(packageJson.files).toEqual(['dist']);
	expect(Object.keys(packageJson.scripts).filter((name) => FORBIDDEN_SCRIPTS.includes(name))).toEqual([]);
});

it('registers built files once each, in order', () => {
	const { nodes, credentials, n8nNodesApiVersion, strict } = packageJson.n8n;
	expect({ n8nNodesApiVersion, strict }).toEqual({ n8nNodesApiVersion: 1, strict: true });
	for (const paths of [nodes, credentials]) {
		expect(paths.length).toBeGreaterThan(0);
		expect(paths).toEqual([...new Set(paths)].sort());
	}
	expect(nodes.every((path) => /^dist\/nodes\/\w+\/\w+\.node\.js$/.test(path))).toBe(true);
	expect(credentials.every((path) => /^dist\/credentials\/\w+Api\.credentials\.js$/.test(path))).toBe(true);
});
