import type { NodeParameterValueType } from 'n8n-workflow';
import { call as resource } from '../../../nodes/AlibabaCloudCallCenter/resources/call';
import { Center } from '../../sandbox/alibaba/center';
import { call, locator, start, vendor } from './support';

beforeEach(async () => await start());
afterEach(async () => await vendor.close());

function onCall(operation: string, more: Record<string, NodeParameterValueType>): Record<string, NodeParameterValueType> {
	return { resource: 'call', operation, instanceId: locator('ccc-test'), ...more };
}

it('counts everything that can ring a phone as a call', () => {
	const dials = resource.actions.filter(({ effect }) => effect === 'dial').map(({ operation }) => operation);
	expect(dials.sort()).toEqual([
		'bargeInCall',
		'blindTransfer',
		'claimCall',
		'coachCall',
		'initiateAttendedTransfer',
		'interceptCall',
		'makeCall',
		'monitorCall',
		'redialCall',
		'startBack2BackCall',
		'startConference',
		'startPredictiveCall',
		'startPrivacyCall',
	]);
	expect(resource.actions.filter(({ effect }) => effect === 'read')).toEqual([]);
});

it.each<[string, Record<string, NodeParameterValueType>, RegExp]>([
	['nothing to redial', onCall('redialCall', { jobId: '', callee: ' ' }), /'Job ID' and 'Callee' are both empty: fill in/],
	['a short time-out', onCall('makeCall', { callee: '137', caller: locator(''), additionalFields: { timeoutSeconds: 29 } }), /is 29: .* from 30 to 300/],
	['a priority', onCall('blindTransfer', { jobId: 'job-1', transferee: 'a', additionalFields: { callPriority: 10 } }), /'Call Priority' is 10: .* from 0 to 9/],
	['no participants', onCall('startConference', { participants: ' , ' }), /'Participants' is empty: enter a value such as 80451234/],
	['no flow', onCall('launchAuthentication', { jobId: 'job-1', contactFlowId: locator('={{ $json.none }}') }), /'Contact Flow' is empty: choose one from the list/],
])('refuses %s before anything is sent', async (_, parameters, message) => {
	const { error } = await call({ parameters });
	expect(error?.message).toMatch(message);
	expect(vendor.admitted()).toEqual([]);
});

it.each(['jobId', 'callee'])('redials by one of the two: %s', async (name) => {
	await start({ quirks: 'clean' });
	const center = new Center(vendor);
	await center.ready();
	const { jobId } = await center.dial();
	await center.ask('ReleaseCall', { JobId: jobId });
	const given = { jobId, callee: '137****0000' };
	const { error } = await call({ parameters: onCall('redialCall', { jobId: '', callee: '', [name]: given[name as keyof typeof given] }) });
	expect(error).toBeUndefined();
	expect(vendor.admitted().filter(({ action }) => action === 'RedialCall')).toHaveLength(1);
});
