import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import { sandboxCredentials } from '../../sandbox/n8n/examples';
import { RestClient, type Execution, type Login, type SavedCredential, type WorkflowFile } from '../../sandbox/n8n/rest';

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

/** A node as the editor saves it; `settings` are those of its second tab (onError, retryOnFail, …). */
export function node(name: string, type: string, parameters: INodeParameters, settings: Partial<INode> = {}): INode {
	return { id: name.toLowerCase().replaceAll(' ', '-'), name, type, typeVersion: 1, position: [0, 0], parameters, ...settings };
}

/** Chooses a saved credential in a node. */
export function using(credential: SavedCredential): Pick<INode, 'credentials'> {
	return { credentials: { [credential.type]: { id: credential.id, name: credential.name } } };
}

/** A workflow that hands items to a node and collects what it returns: in `Done`, and on its error output in `Failed`. */
export function feeding(items: IDataObject[], fed: INode): WorkflowFile {
	const main = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];
	return {
		name: `Test of ${fed.name}`,
		nodes: [
			node('Items', 'n8n-nodes-base.manualTrigger', {}),
			fed,
			node('Done', 'n8n-nodes-base.noOp', {}),
			node('Failed', 'n8n-nodes-base.noOp', {}),
		],
		connections: {
			Items: { main: [main(fed.name)] },
			[fed.name]: { main: fed.onError === 'continueErrorOutput' ? [main('Done'), main('Failed')] : [main('Done')] },
		},
		settings: { executionOrder: 'v1' },
		pinData: { Items: items.map((json) => ({ json })) },
	};
}
