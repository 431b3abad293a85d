import type { IDataObject } from 'n8n-workflow';
import { callResultOf, endedResult, RESULTS } from '../../../nodes/AlibabaCloudCallCenter/resources/callRecord/callResult';
import { recordFilters } from '../../../nodes/AlibabaCloudCallCenter/resources/callRecord/filters';

const ended = { releaseTime: 1532458000000 };

it.each<[string, IDataObject, string, string]>([
	['a call that ended normally', { contactDisposition: 'Success', releaseReason: '200:OK' }, 'answered', 'never'],
	['a customer who did not answer', { contactDisposition: 'NoAnswer' }, 'noAnswer', 'later'],
	['a busy line, by the announcement', { contactDisposition: 'NoAnswer', earlyMediaState: 'Busy', releaseReason: '480:NO_ANSWER' }, 'busy', 'soon'],
	['a busy line, by the SIP code', { contactDisposition: 'NoAnswer', earlyMediaState: '', releaseReason: '486:USER_BUSY' }, 'busy', 'soon'],
	['a SIP code as the events write it', { contactDisposition: 'NoAnswer', releaseReason: '404 - Not Found' }, 'invalidNumber', 'never'],
	['a declined call', { contactDisposition: 'Reject', releaseReason: '486:USER_BUSY' }, 'rejected', 'later'],
	['a phone that is off', { contactDisposition: 'NoAnswer', earlyMediaState: 'PowerOff' }, 'poweredOff', 'later'],
	['a customer who listened to the flow of a predictive call', { contactType: 'PREDICTIVE', contactDisposition: 'AbandonedInIVR' }, 'answered', 'never'],
	['a customer who gave up in the menu', { contactType: 'INBOUND', contactDisposition: 'AbandonedInIVR' }, 'abandoned', 'soon'],
	['a number that begins with a code', { contactDisposition: 'NoAnswer', releaseReason: '4860' }, 'noAnswer', 'later'],
	['a word that no page knows', { contactDisposition: 'Mystery' }, 'unknown', 'never'],
	['no word at all', {}, 'unknown', 'never'],
])('knows %s', (_, record, callResult, tryAgain) => {
	expect(callResultOf({ ...record, ...ended })).toEqual({ callResult, tryAgain });
});

it.each([{}, { releaseTime: 0 }, { releaseTime: '' }])('has no result for a call that lasts: %j', (record) => {
	expect(callResultOf({ contactDisposition: 'Success', ...record })).toEqual({});
});

it.each([
	['contactDisposition', recordFilters.contactDispositionList],
	['earlyMediaState', recordFilters.earlyMediaStateList],
])('has a line for every documented %s', (field, { property }) => {
	const documented = (property.options ?? []).map((option) => ('value' in option ? String(option.value) : ''));
	expect(documented.length).toBeGreaterThan(6);
	const words = RESULTS.map(({ says }) => says[field]);
	expect(documented.filter((word) => !words.includes(word))).toEqual([]);
	expect(documented.map((word) => endedResult({ [field]: word }).callResult)).not.toContain(undefined);
});
