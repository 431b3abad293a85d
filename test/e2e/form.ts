import type { RestClient, WorkflowFile } from '../../sandbox/n8n/rest';

const PATIENCE_MS = 30_000;

/**
 * Submits the form of a published workflow, as a person in the browser does. Values are in the order of the fields.
 *
 * @returns the address of the form's next page, if it has one
 */
export async function submitForm(n8n: RestClient, { nodes }: WorkflowFile, values: Array<string | File>): Promise<string | undefined> {
	const form = nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
	const url = `${n8n.url}/form/${form?.webhookId}`;
	await isServed(url);
	const data = new FormData();
	values.forEach((value, index) => data.set(`field-${index}`, value));
	const answer = await fetch(url, { method: 'POST', body: data });
	if (!answer.ok) throw new Error(`The form was answered with HTTP ${answer.status}`);
	const { formWaitingUrl } = (await answer.json().catch(() => ({}))) as { formWaitingUrl?: string };
	return formWaitingUrl;
}

/** Waits for the last page of a form, as the browser does. @returns its HTML */
export async function lastPage(url: string): Promise<string> {
	const status = new URL(url);
	status.pathname += '/n8n-execution-status';
	const deadline = Date.now() + PATIENCE_MS;
	while ((await (await fetch(status)).text()).trim() !== 'form-waiting') {
		if (Date.now() > deadline) throw new Error(`Waited ${PATIENCE_MS / 1000} s in vain for the last page of the form`);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	const html = await (await fetch(url)).text();
	// The page itself ends the execution.
	await fetch(url, { method: 'POST' });
	return html;
}

/** n8n registers a form later than it says that the workflow is published. */
async function isServed(url: string): Promise<void> {
	const deadline = Date.now() + PATIENCE_MS;
	while (!(await fetch(url)).ok) {
		if (Date.now() > deadline) throw new Error(`Waited ${PATIENCE_MS / 1000} s in vain for ${url}`);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}
