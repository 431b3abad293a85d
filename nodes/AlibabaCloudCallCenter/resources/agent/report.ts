import type { IDataObject } from 'n8n-workflow';
import type { ShortForm } from '../kinds';

/** A figure in one of the parts of a report, such as `overall`. */
function figure(part: string, name: string) {
	return (row: IDataObject) => (row[part] as IDataObject | undefined)?.[name];
}

/** What matters most in a report on an agent; the vendor counts times in seconds. */
export const reportFigures: ShortForm = {
	calls: figure('overall', 'totalCalls'),
	inboundOffered: figure('inbound', 'callsOffered'),
	inboundHandled: figure('inbound', 'callsHandled'),
	outboundDialed: figure('outbound', 'callsDialed'),
	outboundAnswered: figure('outbound', 'callsAnswered'),
	talkSeconds: figure('overall', 'totalTalkTime'),
	breakSeconds: figure('overall', 'totalBreakTime'),
	loggedInSeconds: figure('overall', 'totalLoggedInTime'),
};
