import { allOf, type ShortForm } from '../kinds';

/** The short form of an instance. */
export const instanceShort: ShortForm = {
	instanceId: 'id',
	name: 'name',
	description: 'description',
	status: 'status',
	domainName: 'domainName',
	consoleUrl: 'consoleUrl',
	numbers: allOf('numberList', 'number'),
	adminIds: allOf('adminList', 'userId'),
};
