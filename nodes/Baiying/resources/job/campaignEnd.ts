import { VendorError } from '../../../common/vendor/errors';
import type { Campaign, CampaignState } from './campaign';

function existing({ order }: Campaign, { jobId, total, imported, repeated, rejected }: CampaignState): Record<string, string | number | boolean> {
	return { ...(jobId === undefined ? {} : { jobId }), jobName: order.jobName, total, imported, repeated, rejected };
}

function begins({ order }: Campaign): string {
	return order.jobType === 'scheduled' ? 'It begins on its start date unless you stop it' : 'It was not started, so it calls nobody';
}

/** What exists at the vendor when a step has failed. */
function whatExists(campaign: Campaign, state: CampaignState, isUnknown: boolean): string {
	const { jobId, total, imported, found, statusName } = state;
	const { jobName } = campaign.order;
	if (state.step === 'create' || jobId === undefined) {
		return isUnknown ? `Baiying shows no new job named "${jobName}". Nobody was imported, so nobody is called` : 'No job was created';
	}
	const shown = found === undefined ? '' : `, and Baiying shows ${found} in it`;
	const job = `Job ${jobId} exists, and ${imported} of ${total} customers are known to be imported${shown}`;
	if (state.step === 'stop') return `${job}. Baiying rejected some, and the job was to be stopped before its start date`;
	if (state.step === 'start' && isUnknown) return `${job}. Baiying shows it as ${statusName ?? 'unknown'}`;
	return `${job}. ${begins(campaign)}`;
}

const ADVICE: Record<CampaignState['step'], string> = {
	check: '',
	create: 'The job is not created a second time. A retry of this execution looks for it again; if it does not exist, run a new execution.',
	import: 'Those customers are not imported again. A retry of this execution looks at the job again; or see which are missing at Baiying, import these, and start the job.',
	stop: 'Stop the job at Baiying, or with the operation Stop.',
	start: 'It is not started a second time. Look at the job at Baiying, and start it there or with the operation Start if it does not run.',
};

/** The failure of a step, with what exists at the vendor afterwards. */
export function failedCampaign(campaign: Campaign, state: CampaignState, error: unknown): unknown {
	if (!(error instanceof VendorError) || error.code === PARTIAL_IMPORT) return error;
	const isUnknown = error.failure === 'noAnswer';
	const message = `${error.message.replace(/\.$/, '')}. ${whatExists(campaign, state, isUnknown)}`;
	return new VendorError({ ...error.details(), message, advice: ADVICE[state.step], exists: existing(campaign, state) });
}

const PARTIAL_IMPORT = 'PARTIAL_IMPORT';

/** Not all customers were imported, and the user doesn't want the job to start then. */
export function partialImport(campaign: Campaign, state: CampaignState): VendorError {
	const { jobId = '', total, imported, rejected } = state;
	const ended = campaign.order.jobType === 'scheduled' ? 'so it was ended' : 'so it was not started. Start it with the operation Start if that is enough, or end it with Stop';
	const message = `Baiying imported ${imported} of ${total} customers into job ${jobId} and rejected ${rejected}, ${ended}`;
	return new VendorError({ failure: 'refused', code: PARTIAL_IMPORT, message, exists: existing(campaign, state) });
}
