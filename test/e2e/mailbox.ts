import { createRequire } from 'node:module';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { MODULES } from '../../sandbox/n8n/paths';

export interface Mail {
	subject: string;
	html: string;
}

interface MailParser {
	simpleParser(source: string): Promise<{ subject?: string; html: string | false }>;
}

/** Of the library that came with n8n. */
const { simpleParser } = createRequire(join(MODULES, 'n8n-nodes-base', 'package.json'))('mailparser') as MailParser;

/** The answer to each command, by its first word; RFC 5321. */
const ANSWERS: Record<string, string> = { EHLO: '250 mailbox', HELO: '250 mailbox', MAIL: '250 OK', RCPT: '250 OK', DATA: '354 Go ahead', QUIT: '221 Bye' };

/** A mail server on loopback that takes every mail. */
export class Mailbox {
	/** Oldest first. */
	readonly mails: Mail[] = [];
	private readonly server: Server = createServer((socket) => void this.talk(socket));

	/** @param onMail called with each mail */
	constructor(private readonly onMail: (mail: Mail) => void = () => undefined) {}

	/** What a user would type into n8n's credential for SMTP. */
	get credential() {
		const { port } = this.server.address() as AddressInfo;
		return { user: '', password: '', host: '127.0.0.1', port, secure: false, disableStartTls: true, hostName: '' };
	}

	async open(): Promise<void> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
	}

	async close(): Promise<void> {
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async talk(socket: Socket): Promise<void> {
		const say = (text: string) => socket.write(`${text}\r\n`);
		let lines: string[] | undefined;
		socket.on('error', () => socket.destroy());
		say('220 mailbox');
		for await (const line of createInterface({ input: socket })) {
			if (lines === undefined) {
				const word = line.slice(0, 4).toUpperCase();
				say(ANSWERS[word] ?? '502 Not implemented');
				if (word === 'DATA') lines = [];
				if (word === 'QUIT') socket.end();
			} else if (line === '.') {
				await this.keep(lines.join('\r\n'));
				lines = undefined;
				say('250 OK');
			} else {
				lines.push(line.replace(/^\./, ''));
			}
		}
	}

	private async keep(source: string): Promise<void> {
		const { subject = '', html } = await simpleParser(source);
		const mail = { subject, html: html === false ? '' : html };
		this.mails.push(mail);
		this.onMail(mail);
	}
}
