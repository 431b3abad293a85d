import type { INodeProperties } from 'n8n-workflow';

/**
 * Made here because n8n's lint takes "Certs" in a credential for a secret, and a masked checkbox would lose its value in the editor.
 *
 * @param server whose certificate it is, such as "the gateway"
 */
export function ignoreSslIssues(server: string): INodeProperties {
	return {
		displayName: 'Ignore SSL Issues (Insecure)',
		name: 'allowUnauthorizedCerts',
		type: 'boolean',
		default: false,
		description: `Whether to connect even if ${server}'s certificate can't be verified, as is common in private deployments`,
	};
}
