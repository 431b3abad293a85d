import type { Clock } from '../../clock';
import { unknownCampaign } from '../errors';
import { Campaign, type CampaignState, type Dialer } from './campaign';
import type { CampaignSettings } from './settings';

/** A campaign as the sandbox shows it. */
export interface CampaignView {
	campaignId: string;
	name: string;
	state: CampaignState;
	cases: number;
	connected: number;
	/** How often customers were called. */
	attempts: number;
}

/** The campaigns of all instances. */
export class Campaigns {
	private readonly campaigns = new Map<string, Campaign>();

	constructor(private readonly clock: Clock) {}

	create(settings: CampaignSettings, dialer: Dialer): Campaign {
		const campaign = new Campaign(settings, dialer, this.clock);
		this.campaigns.set(campaign.id, campaign);
		return campaign;
	}

	/** Throws `NotExists.CampaignId`. */
	find(instanceId: string, campaignId: string): Campaign {
		const campaign = this.campaigns.get(campaignId);
		if (campaign?.settings.instanceId !== instanceId) throw unknownCampaign(campaignId);
		return campaign;
	}

	/** Newest first. */
	of(instanceId: string): Campaign[] {
		return [...this.campaigns.values()].filter(({ settings }) => settings.instanceId === instanceId).reverse();
	}

	views(): CampaignView[] {
		return [...this.campaigns.values()].map(({ id, settings, state, cases }) => ({
			campaignId: id,
			name: settings.name,
			state,
			cases: cases.length,
			connected: cases.filter((one) => one.state === 'Connected').length,
			attempts: cases.reduce((sum, { attempts }) => sum + attempts.length, 0),
		}));
	}

	reset(): void {
		for (const campaign of this.campaigns.values()) campaign.stop();
		this.campaigns.clear();
	}
}
