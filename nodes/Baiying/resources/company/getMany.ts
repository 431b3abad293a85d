import { COMPANIES } from '../../api/operationNames';
import { text } from '../../callback/values';
import { listAction } from '../kinds';

/** Sources: byai.openapi.company.list; GET /company/getCompanys, api.byrobot.cn/doc/v2/. */
export const getMany = listAction({
	operation: 'getMany',
	name: 'Get Many',
	action: 'Get many companies',
	description: 'Get the companies that Baiying has bound to the app key',
	sends: COMPANIES,
	fields: {},
	short: (row) => ({ companyId: text(row.companyId), companyName: text(row.companyName) }),
});
