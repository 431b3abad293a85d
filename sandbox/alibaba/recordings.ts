import type { Express } from 'express';
import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import { recording } from '../tone';
import { findInstance, type Account } from './account';
import type { PlacedCall } from './call';
import { unknownContact } from './errors';
import type { Exchange } from './exchange';
import { positiveInteger, type Params } from './parameters';
import { talkStart } from './talk';

interface Center {
	account: Account;
	exchange: Exchange;
}

const DAY_SECONDS = 24 * 60 * 60;
const LAG_MS = 60_000;
const RESTORE_MS = 60_000;

/** When the recording of a call is there; undefined if there will never be one. Times are vendor time. */
export function recordedAt(call: PlacedCall, lagMs: number): number | undefined {
	const { endedAt } = call;
	return talkStart(call) !== undefined && endedAt !== undefined ? endedAt + lagMs : undefined;
}

function secondsOf(call: PlacedCall): number {
	const { endedAt = 0 } = call;
	return Math.round((endedAt - (talkStart(call) ?? endedAt)) / 1000);
}

function errorXml(code: string): string {
	return `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><HostId>127.0.0.1</HostId></Error>`;
}

/**
 * The recordings of the calls that both parties answered, and the object storage that serves them under temporary addresses. A
 * recording comes a minute after the end of its call; until then its address is empty. One that was archived has an address, but
 * the storage refuses to serve it, until a minute after it was asked to restore it.
 */
export class Recordings {
	private readonly addresses = new Map<string, { jobId: string; expires: number }>();
	/** By call: when it can be read again. */
	private readonly archived = new Map<string, number>();

	/**
	 * @param url where the storage can be reached
	 * @param lagMs how long after the end of a call its recording comes, in vendor time
	 */
	constructor(
		private readonly clock: Clock,
		private readonly url: () => string,
		readonly lagMs = LAG_MS,
	) {}

	/** Puts a recording into the archive, as the vendor does with old ones. */
	archive(jobId: string): void {
		this.archived.set(jobId, Infinity);
	}

	reset(): void {
		this.addresses.clear();
		this.archived.clear();
	}

	/** GetMonoRecording */
	get({ account, exchange }: Center, { InstanceId = '', ContactId = '', ExpireSeconds }: Params) {
		const call = endedCall(exchange, findInstance(account, InstanceId).id, ContactId);
		const seconds = ExpireSeconds === undefined ? DAY_SECONDS : positiveInteger('ExpireSeconds', ExpireSeconds);
		if (!this.isThere(call)) return { FileName: '', FileUrl: '' };
		return { Duration: secondsOf(call) * 1000, FileName: `${ContactId}.wav`, FileUrl: this.addressOf(ContactId, seconds) };
	}

	/** ListMonoRecordings: one for the agent of the call. */
	list({ account, exchange }: Center, { InstanceId = '', ContactId = '', AgentId }: Params) {
		const { id, users } = findInstance(account, InstanceId);
		const call = endedCall(exchange, id, ContactId);
		const [{ id: agentId, displayName, skillGroup }] = users;
		if (!this.isThere(call) || (AgentId !== undefined && AgentId !== agentId)) return [];
		return [
			{
				AgentId: agentId,
				AgentName: displayName,
				ContactId,
				Duration: String(secondsOf(call) * 1000),
				FileName: `${ContactId}.wav`,
				FileUrl: this.addressOf(ContactId, DAY_SECONDS),
				RamId: '200000000000000001',
				SkillGroupId: skillGroup,
				StartTime: String(talkStart(call) ?? ''),
			},
		];
	}

	/** RestoreArchivedRecordings */
	restore({ account, exchange }: Center, { InstanceId = '', ContactIds = '[]' }: Params) {
		const { id } = findInstance(account, InstanceId);
		const calls = exchange.calls().filter(({ instanceId }) => instanceId === id);
		return (JSON.parse(ContactIds) as unknown[]).map(String).map((contactId) => {
			if (this.archived.get(contactId) === Infinity) this.archived.set(contactId, this.clock.now() + RESTORE_MS);
			const isArchived = this.isArchived(contactId);
			const call = calls.find(({ jobId }) => jobId === contactId);
			return {
				ContactId: contactId,
				Exists: call && this.isThere(call) ? 'True' : 'False',
				Status: isArchived ? 'Progressing' : 'Completed',
				StorageType: this.archived.has(contactId) ? 'Archive' : 'Standard',
			};
		});
	}

	/** Serves the files, with errors as an object storage has them. */
	serve(app: Express): void {
		app.get('/recordings/:name.wav', (request, response) => {
			const address = this.addresses.get(String(request.query.Signature));
			const refuse = (status: number, code: string) => void response.status(status).type('application/xml').send(errorXml(code));
			if (address?.jobId !== request.params.name) return refuse(403, 'SignatureDoesNotMatch');
			if (address.expires < this.clock.now()) return refuse(403, 'AccessDenied');
			if (this.isArchived(address.jobId)) return refuse(403, 'InvalidObjectState');
			response.type('audio/wav').send(recording(address.jobId));
		});
	}

	private isThere(call: PlacedCall): boolean {
		const at = recordedAt(call, this.lagMs);
		return at !== undefined && at <= this.clock.now();
	}

	private isArchived(jobId: string): boolean {
		return (this.archived.get(jobId) ?? 0) > this.clock.now();
	}

	private addressOf(jobId: string, seconds: number): string {
		const [signature, expires] = [randomUUID(), this.clock.now() + seconds * 1000];
		this.addresses.set(signature, { jobId, expires });
		const query = new URLSearchParams({ Expires: String(Math.round(expires / 1000)), OSSAccessKeyId: 'sandbox', Signature: signature });
		return `${this.url()}/recordings/${jobId}.wav?${query.toString()}`;
	}
}

function endedCall(exchange: Exchange, instance: string, contactId: string): PlacedCall {
	const call = exchange.calls().find(({ jobId, instanceId }) => jobId === contactId && instanceId === instance);
	if (call?.endedAt === undefined) throw unknownContact(contactId);
	return call;
}
