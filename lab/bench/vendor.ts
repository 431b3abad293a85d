import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RateLimit } from '../../sandbox/alibaba/rateLimit';

export interface VendorOptions {
	/** Milliseconds before each answer; 0 answers at once. */
	latencyMs?: number;
	/** Requests beyond this number within any second are refused with HTTP 429. */
	requestsPerSecond?: number;
	/** The body of the n-th answer; default: that of StartBack2BackCall. */
	body?(n: number): string;
}

export interface LeanVendor {
	url: string;
	/** When requests were taken and refused, in milliseconds since 1970. */
	taken: number[];
	refused: number[];
	close(): Promise<void>;
}

const THROTTLED = JSON.stringify({
	RequestId: '00000000-0000-4000-8000-000000000000',
	HostId: 'ccc.cn-shanghai.aliyuncs.com',
	Code: 'Throttling.User',
	Message: 'Request was denied due to user flow control.',
});

/** The answer to a StartBack2BackCall; every call has an ID of its own. */
export function callAnswer(n: number): string {
	const JobId = `job-${String(n).padStart(19, '0')}`;
	const channel = { ChannelState: 'DIALING', CallType: 'BACK2BACK', JobId, Timestamp: 1_618_217_874_062, Originator: '01021570000' };
	const legs = ['13918140000', '13720000000'].map((Destination, Index) => ({
		...channel,
		Index,
		Destination,
		ChannelId: `ch:user:01021570000->${Destination}:1618217874062:${JobId}`,
	}));
	const CallContext = { CallType: 'BACK2BACK', InstanceId: 'ccc-test', JobId, ChannelContexts: legs };
	return JSON.stringify({ Code: 'OK', HttpStatusCode: 200, Message: '', Params: [], RequestId: `request-${n}`, Data: { CallContext } });
}

export const RECORDS_PER_PAGE = 100;

function record(n: number) {
	const started = 1_700_000_000_000 - n * 1000;
	const ContactId = `job-${String(n).padStart(19, '0')}`;
	const who = { CallingNumber: '13918140000', CalledNumber: `137${String(n).padStart(8, '0')}`, Broker: '01021570000', AdditionalBroker: '' };
	const times = { StartTime: started, EstablishedTime: started + 9000, ReleaseTime: started + 69_000 };
	const seconds = { CallDuration: '60', DialingTime: 4, IvrTime: 0, QueueTime: 0, RingTime: 5, WaitTime: 5, TalkTime: 60, HeldTime: 0 };
	const agents = { AgentIds: 'agent@ccc-test', AgentNames: 'Li Lei', SkillGroupIds: 'skg-default@ccc-test', SkillGroupNames: 'Sales' };
	const end = { ContactDisposition: 'Success', ReleaseInitiator: 'customer', ReleaseReason: '200:OK', EarlyMediaState: '', TransferCount: 0 };
	const after = { RecordingReady: true, RecordingDuration: 60, SatisfactionSurveyOffered: true, SatisfactionSurveyChannel: 'IVR', SatisfactionIndex: 1 };
	return { ContactId, InstanceId: 'ccc-test', ContactType: 'BACK2BACK', MediaType: 'AUDIO', ...who, ...times, ...seconds, ...agents, ...end, ...after };
}

/** A page of ListCallDetailRecordsV2, counted from 0; each continues where the one before ended. */
export function recordsAnswer(page: number, pages: number): string {
	const rows = page < pages ? RECORDS_PER_PAGE : 0;
	const List = Array.from({ length: rows }, (_, row) => record(page * RECORDS_PER_PAGE + row));
	const Data = { List, PageNumber: page + 1, PageSize: RECORDS_PER_PAGE, TotalCount: page === 0 ? pages * RECORDS_PER_PAGE : 0 };
	return JSON.stringify({ Code: 'OK', HttpStatusCode: 200, Message: '', Params: [], RequestId: `request-${page}`, Data });
}

/** A vendor on loopback that only answers. The sandbox also simulates phones and calls, which would take longer than what is measured. */
export async function startVendor({ latencyMs = 0, requestsPerSecond = Infinity, body = callAnswer }: VendorOptions = {}): Promise<LeanVendor> {
	const limit = new RateLimit(requestsPerSecond);
	const [taken, refused]: [number[], number[]] = [[], []];
	const server = createServer((request, response) => {
		request.resume();
		const isTaken = limit.admits();
		(isTaken ? taken : refused).push(Date.now());
		const answer = isTaken ? body(taken.length) : THROTTLED;
		const send = () => response.writeHead(isTaken ? 200 : 429, { 'content-type': 'application/json' }).end(answer);
		if (latencyMs > 0) setTimeout(send, latencyMs);
		else send();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		taken,
		refused,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
