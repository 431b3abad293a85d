import type { CallOrder, Channel } from '../call';
import { LiveCall, type Line, type Party } from './liveCall';

/** An agent's conference: all participants are rung at once. It ends when fewer than two are left. */
export class ConferenceCall extends LiveCall {
	readonly type = 'CONFERENCE';
	private readonly guests: Channel[];

	constructor(line: Line, jobId: string, order: CallOrder, host: Party, guests: Party[]) {
		super(line, jobId, order);
		this.answer(this.addParty(host));
		this.guests = guests.map((guest) => this.addParty(guest));
	}

	protected async run(): Promise<void> {
		await Promise.all(this.guests.map(async (guest) => await this.attend(guest)));
	}

	private async attend(guest: Channel): Promise<void> {
		if (await this.dial(guest, this.order.timeoutSeconds * 1000)) {
			this.talk();
			await this.stay(guest);
		}
		this.settle();
	}
}
