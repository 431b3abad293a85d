import type { Steps } from '../../../common/action/steps';
import type { BaiyingClient } from '../../api/client';
import type { Customer } from '../customer/customer';
import type { JobSettings } from './settings';

/** What the fields of `run` hold for the job as a whole. */
export interface CampaignOrder extends JobSettings {
	robotDefId: string;
	concurrencyQuota?: number;
	onPartialImport: 'stop' | 'start';
	dryRun?: boolean;
}

/** One campaign: a job with its customers, and the steps in which it is set up. */
export interface Campaign {
	client: BaiyingClient;
	order: CampaignOrder;
	customers: Customer[];
	/** The incoming items that the customers stand in. */
	itemIndexes: number[];
	steps: Steps;
	canceled?: AbortSignal;
}

/** How far a campaign has come in this try. */
export interface CampaignState {
	step: 'check' | 'create' | 'import' | 'stop' | 'start';
	jobId?: string;
	total: number;
	imported: number;
	repeated: number;
	rejected: number;
	/** How many customers Baiying shows in the job, after an import with an unknown outcome. */
	found?: number;
	/** What Baiying shows, after a start with an unknown outcome. */
	statusName?: string;
}
