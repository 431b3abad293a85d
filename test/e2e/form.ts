import type { RestClient, WorkflowFile } from '../../sandbox/n8n/rest';

const PATIENCE_MS = 30_000;

/** Submits the form of a published workflow, as a person in the browser does. Values are in the order of the fields. */
export async function submitForm(n8n: RestClient, { nodes }: WorkflowFile, values: Array<string | File>): Promise<void> {
	const form = nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
	const url = `${n8n.url}/form/${form?.webhookId}`;
	await isServed(url);
	const data = new FormData();
	values.forEach((value, index) => data.set(`field-${index}`, value));
	const { ok, status } = await fetch(url, { method: 'POST', body: data });
	if (!ok) throw new Error(`The form was answered with HTTP ${status}`);
}

/** n8n registers a form later than it says that the workflow is published. */
async function isServed(url: string): Promise<void> {
	const deadline = Date.now() + PATIENCE_MS;
	while (!(await fetch(url)).ok) {
		if (Date.now() > deadline) throw new Error(`Waited ${PATIENCE_MS / 1000} s in vain for ${url}`);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}
