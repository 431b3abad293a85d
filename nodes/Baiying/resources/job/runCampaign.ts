import type { IDataObject } from 'n8n-workflow';
import { VendorError } from '../../../common/vendor/errors';
import { MOST_CUSTOMERS, sendCustomers, type Counts } from '../customer/counts';
import type { Customer } from '../customer/customer';
import type { Campaign, CampaignState } from './campaign';
import { checkCampaign } from './campaignChecks';
import { failedCampaign, partialImport } from './campaignEnd';
import { COMMANDS, jobCommands } from './command';
import { createJob } from './create';
import { lookAgain } from './lookAgain';
import { jobsNamed } from './namesakes';
import { jobNumbers } from './numbers';

const CREATE = 'create';

/** The same number twice is one customer for Baiying. */
function differentPhones(customers: Customer[]): number {
	return new Set(customers.map(({ phone }) => phone)).size;
}

function chunks(customers: Customer[]): Customer[][] {
	return Array.from({ length: Math.ceil(customers.length / MOST_CUSTOMERS) }, (_, index) => customers.slice(index * MOST_CUSTOMERS, (index + 1) * MOST_CUSTOMERS));
}

/** The vendor has no key against repetition, so a job that was perhaps created is found by its name: it is the one that wasn't there before. */
async function createdOnce({ client, order, steps, canceled }: Campaign): Promise<string> {
	const namesakes = async () => (await jobsNamed(client, steps, order)).map(({ jobId }) => jobId);
	const before = await steps.once({ name: 'before', effect: 'read', send: namesakes });
	return await steps.once<string>({
		name: CREATE,
		effect: 'change',
		async send() {
			const jobId = await createJob(client, order);
			if (jobId !== null) return jobId;
			throw new VendorError({ failure: 'noAnswer', code: 'NO_JOB_ID', message: "Baiying's answer has no ID of the job" });
		},
		look: async () =>
			await lookAgain(canceled, async () => {
				const [jobId, ...others] = (await namesakes()).filter((id) => !before.includes(id));
				return others.length === 0 ? jobId : undefined;
			}),
	});
}

/** Nobody else knows the new job, so if it has grown by all the customers of a request, that request was carried out. */
async function importedOnce(campaign: Campaign, state: CampaignState, customers: Customer[], index: number): Promise<Counts> {
	const { client, order, steps, canceled } = campaign;
	const { jobId = '' } = state;
	const done = campaign.customers.slice(0, index * MOST_CUSTOMERS);
	const fresh = differentPhones([...done, ...customers]) - differentPhones(done);
	return await steps.once<Counts>({
		name: `import ${index + 1}`,
		effect: 'dial',
		send: async () => await sendCustomers(client, order.companyId, jobId, customers),
		look: async () =>
			await lookAgain(canceled, async () => {
				const { customers: now } = await steps.read(async () => await jobNumbers(client, order.companyId, jobId));
				state.found = now ?? undefined;
				if (now !== state.imported + fresh) return undefined;
				return { total: customers.length, imported: fresh, repeated: customers.length - fresh, rejected: 0 };
			}),
	});
}

async function importAll(campaign: Campaign, state: CampaignState): Promise<void> {
	for (const [index, customers] of chunks(campaign.customers).entries()) {
		const counts = await importedOnce(campaign, state, customers, index);
		state.imported += counts.imported;
		state.repeated += counts.repeated;
		state.rejected += counts.rejected;
	}
}

/** A scheduled job would begin on its own. */
async function stopScheduled({ client, order, steps }: Campaign, { jobId }: CampaignState): Promise<void> {
	const send = async () => {
		await client.send(jobCommands('stop'), { companyId: order.companyId, callJobId: jobId, command: COMMANDS.stop });
		return true;
	};
	if (order.jobType === 'scheduled') await steps.once({ name: 'stop', effect: 'change', send });
}

/** What the output says about the start. */
type Started = true | IDataObject;

/** Baiying shows a command's effect only after some seconds. */
async function startedOnce({ client, order, steps, canceled }: Campaign, state: CampaignState): Promise<Started> {
	const { jobId = '' } = state;
	return await steps.once<Started>({
		name: 'start',
		effect: 'dial',
		ifClosed: ({ reason, ...skipped }) => ({ started: false, ...skipped, reason: `${String(reason)}, so the job was set up but not started. Start it with the operation Start` }),
		async send() {
			await client.send(jobCommands('start'), { companyId: order.companyId, callJobId: jobId, command: COMMANDS.start });
			return true;
		},
		look: async () =>
			await lookAgain(canceled, async () => {
				const { status, statusName } = await steps.read(async () => await jobNumbers(client, order.companyId, jobId));
				state.statusName = statusName;
				return status === null || status === 0 ? undefined : true;
			}),
	});
}

async function inOrder(campaign: Campaign, state: CampaignState): Promise<IDataObject> {
	state.step = CREATE;
	state.jobId = await createdOnce(campaign);
	state.step = 'import';
	await importAll(campaign, state);
	const isPartial = state.imported < differentPhones(campaign.customers);
	if (isPartial && campaign.order.onPartialImport === 'stop') {
		state.step = 'stop';
		await stopScheduled(campaign, state);
		throw partialImport(campaign, state);
	}
	const { jobId, total, imported, repeated, rejected } = state;
	const setUp = { jobId, jobName: campaign.order.jobName, total, imported, repeated, rejected };
	if (campaign.order.jobType === 'scheduled' || total === 0) return { ...setUp, started: false };
	state.step = 'start';
	const started = await startedOnce(campaign, state);
	return { ...setUp, ...(started === true ? { started } : started) };
}

/**
 * Sets up a campaign and starts it: strictly in this order, each step at most once in an execution. A later try continues with the first
 * step that isn't done.
 *
 * @throws InputError of a check, or a VendorError that says what exists at the vendor
 */
export async function runCampaign(campaign: Campaign): Promise<IDataObject> {
	const { order, customers, steps } = campaign;
	const state: CampaignState = { total: customers.length, imported: 0, repeated: 0, rejected: 0, step: 'check' };
	if (steps.isOpen(CREATE)) {
		const estimate = await checkCampaign(campaign);
		steps.hint(estimate.text);
		if (order.dryRun) return { dryRun: true, jobName: order.jobName, total: customers.length, estimatedMinutes: estimate.minutes, estimatedCost: estimate.cost, started: false };
	}
	try {
		return await inOrder(campaign, state);
	} catch (error) {
		throw failedCampaign(campaign, state, error);
	}
}
