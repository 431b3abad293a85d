import express, { type Request } from 'express';
import { listen, type RunningServer } from '../../sandbox/server';
import { openLink } from './openLink';

export type Decision = 'approve' | 'decline';

interface Button {
	text: string;
	url: string;
}

interface ReviewMessage {
	reply_markup: { inline_keyboard: Button[][] };
}

/** A messenger on loopback, modeled on Telegram's bot API, with a reviewer who answers n8n's requests. */
export class Reviewer {
	private server?: RunningServer;
	private decision: Decision = 'approve';
	private asked = 0;

	/** The base URL for the credential. */
	get url(): string {
		return this.server?.url ?? '';
	}

	async open(): Promise<void> {
		const app = express().use(express.json());
		app.post('/bot:token/sendMessage', (request: Request<{ token: string }, unknown, ReviewMessage>, response) => {
			this.asked += 1;
			response.json({ ok: true, result: {} });
			void this.press(request.body.reply_markup.inline_keyboard.flat());
		});
		this.server = await listen(app, 0);
	}

	async close(): Promise<void> {
		await this.server?.close();
	}

	/** From now on; forgets how often it was asked. */
	decide(decision: Decision): void {
		this.decision = decision;
		this.asked = 0;
	}

	timesAsked(): number {
		return this.asked;
	}

	private async press(buttons: Button[]): Promise<void> {
		const url = buttons.find(({ text }) => text === this.decision)?.url;
		if (url !== undefined) await openLink(url);
	}
}
