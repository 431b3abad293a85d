import { text } from '../../../common/action/fields';
import { dateTime, epochMs, type Moment } from '../../../common/action/dateTime';
import { InputError } from '../../../common/vendor/errors';
import { campaignId, longest } from '../../isales/fields';
import { pageAction } from '../../isales/kinds';
import { campaignResult, withoutSignature } from '../../isales/results';
import { utcText } from '../../isales/times';
import { BETWEEN_REQUESTS_MS } from '../../isales/together';

const LONGEST_PERIOD_MS = 30 * 24 * 60 * 60 * 1000;

const sessionId = text({ displayName: 'Session ID', description: 'Return only the calls of this customer, by the key that Add gave or returned', example: 'customer-42-november', check: longest(32) });

const customField = text({ displayName: 'Custom Field', description: 'Return only calls whose numbers were added with this text', example: 'order4711', check: longest(200) });

function utc(moment: Moment | undefined, timeZone: string): string | undefined {
	return moment === undefined ? undefined : utcText(moment, timeZone);
}

function checkPeriod(from: Moment | undefined, to: Moment | undefined, timeZone: string): void {
	if (from === undefined || to === undefined) return;
	if (epochMs(to, timeZone) - epochMs(from, timeZone) > LONGEST_PERIOD_MS) throw new InputError("'End Time' is more than 30 days after 'Begin Time': ask for a shorter period");
}

/** The page on paging is not published; it is that of the lists of batches and blocked numbers. Source: "Querying Outbound Call Results" (cec_07_0783). */
export const getMany = pageAction({
	operation: 'getMany',
	name: 'Get Many',
	action: 'Get many campaign results',
	description: 'Look up how the calls to a customer of a campaign ended, within the last 30 days and one request per second. Needs a session ID or a custom field.',
	effect: 'read',
	fields: { campaignId },
	filters: {
		beginTime: dateTime({ displayName: 'Begin Time', description: 'Return only calls after this' }),
		customField,
		endTime: dateTime({ displayName: 'End Time', description: 'Return only calls before this' }),
		sessionId,
	},
	check(values) {
		if (values.sessionId === undefined && values.customField === undefined) throw new InputError("Add 'Session ID' or 'Custom Field' to the filters: the contact center needs one of them");
	},
	spacing: { ms: BETWEEN_REQUESTS_MS, key: (values) => `results of campaign ${values.campaignId}` },
	pageSize: 100,
	page: (page, limit) => ({ offset: (page - 1) * limit, limit }),
	short: campaignResult,
	tidy: withoutSignature,
	sends(values, { timeZone }) {
		checkPeriod(values.beginTime, values.endTime, timeZone);
		const period = { beginTime: utc(values.beginTime, timeZone), endTime: utc(values.endTime, timeZone) };
		return { method: 'POST', path: `/callresult/${values.campaignId}`, body: { sessionId: values.sessionId, customField: values.customField, ...period } };
	},
});
