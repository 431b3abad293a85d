import type { INode } from 'n8n-workflow';
import { defineAction, type Effect } from '../../../../nodes/common/action/action';
import { text } from '../../../../nodes/common/action/fields';
import { hintsOf, runNode } from '../../../support/runNode';
import { nodeWith } from '../support/node';

const field = text({ displayName: 'Number', description: 'A field of the test' });
const connect = async () => Promise.resolve({ client: null, concurrency: 1, requestsPerSecond: 0 });

async function hints(settings: Partial<INode>, { name = 'callee', effect = 'dial' as Effect, dials = true } = {}): Promise<string[]> {
	const words = { operation: 'call', name: 'Call', action: 'Call', description: 'Calls', effect, fields: { [name]: field }, ...(dials ? { dials: name } : {}) };
	const type = nodeWith({ actions: [defineAction<null>()({ ...words, perform: async () => Promise.resolve([{ called: true }]) })], connect }, [name]);
	return hintsOf(await runNode({ type, parameters: { resource: 'call', operation: 'call', [name]: '137' }, settings }));
}

it('says what Retry on Fail does not do', async () => {
	expect(await hints({ retryOnFail: true })).toEqual([expect.stringMatching(/^'Retry on Fail' is on\..*a new execution would call the same people again.*'Only Once per Key'/)]);
});

it('says nothing without Retry on Fail, or if nobody is called', async () => {
	expect(await hints({})).toEqual([]);
	expect(await hints({ retryOnFail: true }, { effect: 'read' })).toEqual([]);
	expect(await hints({ retryOnFail: true }, { effect: 'change' })).toEqual([]);
	expect(await hints({ retryOnFail: true }, { name: 'jobId', dials: false })).toEqual([]);
});
