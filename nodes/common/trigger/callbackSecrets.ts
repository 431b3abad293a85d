import type { ICredentialDataDecryptedObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { Recent } from './recent';

/** A changed secret is known at once where the old one would refuse a callback: secrets of this age may refuse. */
const FRESH_MS = 500;

/** The field of a credential as it is used. */
export function entered(data: ICredentialDataDecryptedObject | undefined, name: string): string {
	const value = data?.[name];
	return typeof value === 'string' ? value.trim() : '';
}

/** The secrets by which a trigger knows its callbacks, from the node's credential. */
export class CallbackSecrets<Secrets> {
	/**
	 * n8n makes a sandbox for expressions each time it reads a credential, which takes longer than the rest of the node. So the secrets
	 * serve the callbacks of the next minute at most. Under steady traffic, changed secrets are known after seconds.
	 */
	private readonly recent = new Recent<Secrets>({ refreshMs: 5_000, lifetimeMs: 60_000 });

	constructor(
		private readonly credential: string,
		private readonly secretsOf: (data: ICredentialDataDecryptedObject | undefined) => Secrets,
	) {}

	/** Empty secrets when no credential is chosen or needed: n8n refuses to read one that the editor hides. */
	async read(node: IWebhookFunctions | IHookFunctions, isNeeded: boolean): Promise<Secrets> {
		const isChosen = isNeeded && node.getNode().credentials?.[this.credential];
		return this.secretsOf(isChosen ? await node.getCredentials<ICredentialDataDecryptedObject>(this.credential) : undefined);
	}

	/** The result of `check` with the node's secrets. Before it refuses, it reads them again. */
	async check<Refused>(
		node: IWebhookFunctions,
		isNeeded: boolean,
		check: (secrets: Secrets) => Refused | undefined,
	): Promise<Refused | undefined> {
		const read = async () => await this.read(node, isNeeded);
		const id = node.getNode().credentials?.[this.credential]?.id;
		// The test URL always uses the current secrets; without authentication nothing has to be read.
		if (!id || !isNeeded || node.getMode() === 'manual') return check(await read());
		return check(await this.recent.get(id, read)) && check(await this.recent.get(id, read, FRESH_MS));
	}
}
