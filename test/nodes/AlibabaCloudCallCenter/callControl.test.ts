import type { NodeParameterValueType } from 'n8n-workflow';
import { call as resource } from '../../../nodes/AlibabaCloudCallCenter/resources/call';
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

it.each([{ jobId: 'job-1' }, { callee: '137****0000' }])('redials by one of the two: %j', async (given) => {
	const { error } = await call({ parameters: onCall('redialCall', { jobId: '', callee: '', ...given }) });
	expect(error).toBeUndefined();
	expect(vendor.admitted()).toHaveLength(1);
});
