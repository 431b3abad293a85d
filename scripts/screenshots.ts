import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { startSandbox } from '../sandbox';
import { example, sandboxCredentials, saveCredentials } from '../sandbox/n8n/examples';
import { ensureN8n } from '../sandbox/n8n/install';
import { installPack } from '../sandbox/n8n/pack';
import { PROJECT } from '../sandbox/n8n/paths';
import type { SavedCredential, SavedWorkflow } from '../sandbox/n8n/rest';
import { startN8n, type N8nServer } from '../sandbox/n8n/server';

/**
 * `npm run screenshots`: opens the real editor and saves pictures in .tmp/screenshots, to look at after a change of the nodes: the
 * example workflows, the panel of each node, each credential, and the results of the node search. It needs Chromium (`CHROMIUM`,
 * default /usr/bin/chromium) and takes about four minutes.
 */

const PICTURES = join(PROJECT, '.tmp', 'screenshots');
const EXAMPLES = ['campaign-follow-up.json', 'huawei-agent-call.json', 'baiying-events.json'];
const NODES = ['Alibaba Cloud Call Center', 'Huawei Contact Center', 'Baiying'];
const SEARCHES = ['call center', 'dtmf', 'survey', 'back-to-back', 'dial', 'outbound call', '双呼', '外呼', '按键', '满意度', '百应', '华为', 'byrobot'];
const CHROMIUM_ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];
/** Time for the editor to draw what was clicked. */
const DRAWING = 1200;

const testId = (id: string) => `[data-test-id="${id}"]`;

class Editor {
	constructor(
		private readonly page: Page,
		private readonly n8n: N8nServer,
	) {}

	async login(): Promise<void> {
		const { url, login } = this.n8n;
		await this.page.goto(`${url}/signin`);
		await this.page.fill('input[name="emailOrLdapLoginId"]', login.email);
		await this.page.fill('input[name="password"]', login.password);
		await this.page.click(testId('form-submit-button'));
		await this.page.waitForURL((address) => !address.pathname.startsWith('/signin'));
	}

	async workflow({ id, name, nodes }: SavedWorkflow): Promise<void> {
		await this.page.goto(`${this.n8n.url}/workflow/${id}`);
		await this.page.waitForSelector(testId('canvas-node'));
		await this.picture(`workflow ${name}`);
		for (const node of nodes.filter(({ type }) => type.startsWith('n8n-nodes-call-center.'))) {
			await this.page.dblclick(`${testId('canvas-node')}[data-node-name="${node.name}"]`);
			await this.page.waitForSelector(testId('node-parameters'));
			await this.picture(`node ${node.name}`);
			await this.page.keyboard.press('Escape');
			await this.page.waitForTimeout(DRAWING / 3);
		}
	}

	/** What the node search of a workflow with a trigger finds. */
	async search({ id }: SavedWorkflow, term: string): Promise<void> {
		await this.page.goto(`${this.n8n.url}/workflow/${id}`);
		await this.page.waitForSelector(testId('canvas-node'));
		await this.page.click(testId('node-creator-plus-button'));
		await this.page.fill(testId('node-creator-search-bar'), term);
		await this.picture(`search ${term}`);
	}

	/** The operations behind a vendor's node in the node search. */
	async operations(workflow: SavedWorkflow, node: string): Promise<void> {
		await this.search(workflow, node);
		await this.page.keyboard.press('Enter');
		await this.picture(`operations ${node}`);
	}

	async credential({ id, name }: SavedCredential): Promise<void> {
		await this.page.goto(`${this.n8n.url}/home/credentials/${id}`);
		await this.page.waitForSelector(testId('credential-name'));
		await this.picture(`credential ${name}`);
	}

	private async picture(name: string): Promise<void> {
		await this.page.waitForTimeout(DRAWING);
		await this.page.screenshot({ path: join(PICTURES, `${name.replaceAll(/[/:]/g, '')}.png`) });
		console.log(name);
	}
}

async function takePictures(n8n: N8nServer): Promise<void> {
	const sandbox = await startSandbox();
	const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
	if (!existsSync(executablePath)) throw new Error(`There is no Chromium at ${executablePath}. Set CHROMIUM to its path.`);
	const browser = await chromium.launch({ executablePath, headless: true, args: CHROMIUM_ARGS });
	try {
		const credentials = await saveCredentials(n8n.rest, sandboxCredentials(sandbox));
		const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
		const editor = new Editor(page, n8n);
		await editor.login();
		const examples = EXAMPLES.map(async (file) => await n8n.rest.createWorkflow(example(file, credentials)));
		const [first, ...others] = await Promise.all(examples);
		if (!first) throw new Error('There are no examples');
		for (const workflow of [first, ...others]) await editor.workflow(workflow);
		for (const node of NODES) await editor.operations(first, node);
		for (const term of SEARCHES) await editor.search(first, term);
		for (const credential of credentials) await editor.credential(credential);
	} finally {
		await browser.close();
		await sandbox.close();
	}
}

async function main(): Promise<void> {
	mkdirSync(PICTURES, { recursive: true });
	const userFolder = mkdtempSync(join(tmpdir(), 'call-center-pictures-'));
	const log = (line: string) => console.log(line);
	const installation = await ensureN8n(log);
	await installPack(userFolder, log);
	const n8n = await startN8n({ installation, userFolder });
	try {
		await takePictures(n8n);
	} finally {
		await n8n.stop();
		rmSync(userFolder, { recursive: true, force: true });
	}
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
