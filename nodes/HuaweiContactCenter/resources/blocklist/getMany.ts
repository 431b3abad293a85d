import { text, textList } from '../../../common/action/fields';
import { InputError } from '../../../common/vendor/errors';
import { LARGEST_PAGE, pageOf, queryBlocklist } from '../../isales/blocklist';
import { pageAction } from '../../isales/kinds';
import { textOf } from '../../isales/rows';
import { isoOf } from '../../isales/times';
import { MOST_NUMBERS } from '../../isales/together';

const numbers = textList({ displayName: 'Numbers', description: `Return only those of these numbers that are listed, ${MOST_NUMBERS} at most`, example: '13720000000, 13720000001' });
const relCategoryId = text({ displayName: 'Group ID', description: 'Return only numbers of this group', example: '3' });
const typeId = text({ displayName: 'Type ID', description: 'Return only numbers of this type', example: '1' });

/** With numbers, the vendor takes no page. Source: "Querying the Block List" (cec_07_0747). */
export const getMany = pageAction({
	operation: 'getMany',
	name: 'Get Many',
	action: 'Get many blocklist numbers',
	description: 'List the numbers that campaigns must not call, or find out which of some numbers are among them',
	effect: 'read',
	fields: {},
	filters: { blocklist: numbers, relCategoryId, typeId },
	check(values) {
		if ((values.blocklist?.length ?? 0) > MOST_NUMBERS) throw new InputError(`'Numbers' holds ${values.blocklist?.length}: use at most ${MOST_NUMBERS}`);
	},
	pageSize: LARGEST_PAGE,
	page: (page, limit, { blocklist }) => (blocklist ? undefined : pageOf(page, limit)),
	short: (row) => ({ blocklistNo: textOf(row.blockNum), flag: textOf(row.flag), validUntil: isoOf(row.validityExpirationTime), restrictTimes: row.restrictTimes, restrictPeriod: row.restrictPeriod }),
	sends: ({ blocklist, relCategoryId: group, typeId: type }) => queryBlocklist({ blocklist, relCategoryId: group, typeId: type }),
});
