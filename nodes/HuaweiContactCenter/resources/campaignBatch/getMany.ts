import { text } from '../../../common/action/fields';
import { nameOf } from '../../isales/codes';
import { campaignId } from '../../isales/fields';
import { pageAction } from '../../isales/kinds';
import { textOf } from '../../isales/rows';
import { statusOf, STATUSES } from './fields';

const name = text({ displayName: 'Name', description: 'Return only batches whose name holds this', example: 'North' });

const status = statusOf('Return only batches in this state', 'started');

/** Source: "Querying Outbound Call Batches" (cec_07_0773). */
export const getMany = pageAction({
	operation: 'getMany',
	name: 'Get Many',
	action: 'Get many campaign batches',
	description: 'List the batches that a campaign is divided into',
	effect: 'read',
	fields: { campaignId },
	filters: { name, status },
	pageSize: 100,
	page: (page, limit) => ({ offset: (page - 1) * limit, limit }),
	short: (row) => ({ id: textOf(row.id), name: textOf(row.name), status: nameOf(STATUSES, row.status) }),
	sends: (values) => ({
		method: 'GET',
		path: `/callbatch/${values.campaignId}/list`,
		query: { name: values.name, status: values.status && STATUSES[values.status as keyof typeof STATUSES] },
	}),
});
