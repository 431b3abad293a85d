import type { INodeProperties } from 'n8n-workflow';

/**
 * Private deployments often have such a certificate. The field stands here because n8n's lint takes "Certs" in a credential for a secret,
 * and a masked checkbox would lose its value in the editor.
 */
export const ignoreSslIssues: INodeProperties = {
	displayName: 'Ignore SSL Issues (Insecure)',
	name: 'allowUnauthorizedCerts',
	type: 'boolean',
	default: false,
	description: 'Whether to connect even if SSL certificate validation is not possible',
};
