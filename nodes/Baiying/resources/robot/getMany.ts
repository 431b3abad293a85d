import { choice } from '../../../common/action/fields';
import { ROBOTS } from '../../api/operationNames';
import { chinaTime, text } from '../../callback/values';
import { companyId } from '../../fields';
import { listAction } from '../kinds';

const robotStatus = choice({
	displayName: 'Status',
	description: 'Which robots to return; by default all',
	default: 0,
	choices: [
		{ name: 'All', value: 0 },
		{ name: 'Online', value: 1, description: 'Those that can call now' },
		{ name: 'Published Before', value: 2, description: 'Those that have been online at any time' },
	],
});

/** Sources: byai.openapi.robot.list; GET /company/getRobots, api.byrobot.cn/doc/v2/. */
export const getMany = listAction({
	operation: 'getMany',
	name: 'Get Many',
	action: 'Get many robots',
	description: 'Get the robots of the company, each with the script (话术) that it speaks',
	sends: ROBOTS,
	fields: { companyId },
	filters: { robotStatus },
	short: (row) => ({
		robotDefId: text(row.robotDefId),
		robotName: text(row.robotName),
		industry: text(row.industryOneName),
		subIndustry: text(row.industryTwoName),
		updatedAt: chinaTime(row.gmtModify ?? row.deployTime),
	}),
});
