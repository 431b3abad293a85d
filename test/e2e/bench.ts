import type { IDataObject, INode } from 'n8n-workflow';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import { sandboxCredentials } from '../../sandbox/n8n/examples';
import { RestClient, type Execution, type Login, type SavedCredential } from '../../sandbox/n8n/rest';
import { feeding } from '../support/workflow';

export { node, using } from '../support/workflow';

export async function openBench(options: SandboxOptions = {}): Promise<Bench> {
	const { url, login } = JSON.parse(process.env.E2E_N8N ?? '{}') as { url: string; login: Login };
	const n8n = new RestClient(url);
	await n8n.login(login);
	return new Bench(n8n, await startSandbox(options));
}

/** The shared n8n, and vendors for this test file alone. */
export class Bench {
	constructor(
		readonly n8n: RestClient,
		readonly sandbox: Sandbox,
	) {}

	async close(): Promise<void> {
		await this.sandbox.close();
	}

	/** Saves a credential that leads to the sandbox, with some of its fields changed. */
	async credential(type: string, changes: IDataObject = {}): Promise<SavedCredential> {
		const known = sandboxCredentials(this.sandbox).find((credential) => credential.type === type);
		if (!known) throw new Error(`There is no credential of the type ${type}`);
		return await this.n8n.createCredential(known.name, type, { ...known.data, ...changes });
	}

	/** Feeds items to a node in the real n8n. @returns the finished execution */
	async feed(items: IDataObject[], fed: INode, timeoutMs?: number): Promise<Execution> {
		return await this.n8n.run(await this.n8n.createWorkflow(feeding(items, fed)), 'Items', timeoutMs);
	}
}
