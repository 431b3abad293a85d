import type { IDataObject } from 'n8n-workflow';
import { DEVICE_TYPES, nameOf, STATUSES } from '../../isales/codes';
import { textOf } from '../../isales/rows';
import { isoOf } from '../../isales/times';

/** What people want to know about a campaign. */
export function campaignView(row: IDataObject): object {
	const status = textOf(row.status);
	return {
		campaignId: textOf(row.campaignId) ?? textOf(row.id),
		name: textOf(row.name),
		status,
		statusName: status === undefined ? undefined : STATUSES[status],
		deviceType: nameOf(DEVICE_TYPES, row.deviceType),
		beginsAt: isoOf(row.strBeginTime),
		endsAt: isoOf(row.strEndTime),
		callerNo: row.callerNo,
		description: textOf(row.description),
		callBackUrl: textOf(row.callBackUrl),
	};
}
