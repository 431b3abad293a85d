import { agentSessions } from './agentSessions';
import { callbacks } from './callbacks';
import { duplicates } from './duplicates';
import { killedWorker } from './killedWorker';
import { startStack, type Stack } from '../support/queue/stack';

let stack: Stack;

beforeAll(async () => {
	// n8n's defaults (a minute, 10 s and 30 s) would make each killed worker a wait of a minute and a half.
	const environment = { QUEUE_WORKER_LOCK_DURATION: '12000', QUEUE_WORKER_LOCK_RENEW_TIME: '1000', QUEUE_WORKER_STALLED_INTERVAL: '2000' };
	stack = await startStack({ environment });
});
afterAll(async () => await stack?.stop());

describe('callbacks', () => callbacks(() => stack));
describe('the same callback at two webhook processors', () => duplicates(() => stack));
describe('a worker that is killed in the middle of a batch', () => killedWorker(() => stack));
describe('the agent of a call', () => agentSessions(() => stack));
