import { choice, text } from '../../../common/action/fields';
import { dateTime } from '../../../common/action/dateTime';
import { DEVICE_TYPES, LIST_STATUSES } from '../../isales/codes';
import { longest } from '../../isales/fields';
import { pageAction } from '../../isales/kinds';
import { utcText } from '../../isales/times';
import { deviceType } from './fields';
import { campaignView } from './view';

const name = text({ displayName: 'Name', description: 'Return only campaigns whose name holds this', example: 'Renewals', check: longest(30) });

const status = choice({
	displayName: 'Status',
	description: 'Return only campaigns in this state',
	default: 'all',
	choices: [
		{ name: 'All', value: 'all' },
		{ name: 'Finished', value: 'finished' },
		{ name: 'Paused', value: 'paused' },
		{ name: 'Started', value: 'started' },
	],
});

const statusV2 = text({ displayName: 'Status (New)', description: "The state in the vendor's newer numbers, which its pages do not list", example: '2' });

/** Source: "Querying the Outbound Call Task List" (cec_07_0727). */
export const getMany = pageAction({
	operation: 'getMany',
	name: 'Get Many',
	action: 'Get many campaigns',
	description: 'List the campaigns of the virtual call center, also those that have finished',
	effect: 'read',
	fields: {},
	filters: {
		beginTime: dateTime({ displayName: 'Begin Time', description: 'Return only campaigns that begin after this' }),
		deviceType,
		endTime: dateTime({ displayName: 'End Time', description: 'Return only campaigns that end before this' }),
		name,
		status,
		statusV2,
	},
	pageSize: 50,
	page: (curPage, rowsPerPage) => ({ curPage, rowsPerPage }),
	short: campaignView,
	sends: ({ beginTime, endTime, deviceType: device, status: state, ...rest }, { timeZone }) => ({
		method: 'GET',
		path: '',
		query: {
			name: rest.name,
			statusV2: rest.statusV2,
			status: state && LIST_STATUSES[state as keyof typeof LIST_STATUSES],
			deviceType: device && DEVICE_TYPES[device as keyof typeof DEVICE_TYPES],
			beginTime: beginTime === undefined ? undefined : utcText(beginTime, timeZone),
			endTime: endTime === undefined ? undefined : utcText(endTime, timeZone),
		},
	}),
});
