import type { ShortForm } from '../kinds';

/** What matters most about a user. */
export const userForm: ShortForm = {
	userId: 'userId',
	displayName: 'displayName',
	loginName: 'loginName',
	displayId: 'displayId',
	role: 'roleName',
	email: 'email',
	mobile: 'mobile',
	extension: 'extension',
	workMode: 'workMode',
	skillLevels: 'skillLevelList',
};
