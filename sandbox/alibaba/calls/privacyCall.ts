import { LiveCall } from './liveCall';

/** A call with a masked number for an app. Who talks to the callee is not published: here it is the app itself. */
export class PrivacyCall extends LiveCall {
	readonly type = 'PRIVACY_DIAL';

	protected async run(): Promise<void> {
		const callee = this.addParty({ number: this.order.callee, userId: '' });
		if (!(await this.dial(callee, this.order.timeoutSeconds * 1000))) return;
		this.talk([this.order.callee, 'app']);
		await this.stay(callee);
	}
}
