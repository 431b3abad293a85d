import { objectOf, type JsonObject } from '../../common/vendor/tidyJson';
import { text } from '../../common/vendor/values';
import type { Report } from './callback';
import type { Settings } from './settings';

type Filters = Pick<Settings, 'events' | 'callResults' | 'campaignIds'>;

/** An empty list lets everything pass, and so does any list a report that does not say. */
function passesList(allowed: string[], value: string | null): boolean {
	return allowed.length === 0 || value === null || allowed.includes(value);
}

/**
 * Whether a report may start the workflow. `callResults` applies to calls that have ended, `campaignIds` to whatever names a campaign.
 *
 * @param fields the simplified report
 */
export function passes({ event, payload }: Report, fields: JsonObject, filters: Filters): boolean {
	return (
		filters.events.includes(event) &&
		passesList(filters.callResults, text(fields.callResult)) &&
		passesList(filters.campaignIds, text(objectOf(payload).campaignId))
	);
}
