import { locator, text } from '../../../common/action/fields';
import { listOf } from '../../fields/lists';

export const GROUPS = { hmac: '/company/blacklist/group/list' };

export const NUMBERS = { hmac: '/company/blacklist/info/page' };

/** Of a page of numbers: the only size that the vendor's page names. */
export const PAGE_SIZE = 20;

/** The group that every company has. */
export const DEFAULT_GROUP = '-1';

export const groupId = locator({
	displayName: 'Group',
	description: 'The group of the blacklist; -1 is the default group',
	example: '12',
	search: listOf('searchBlacklistGroups', { sends: GROUPS, id: 'blacklistInfoGroupId', names: ['name'] }),
});

export const phone = text({
	displayName: 'Phone',
	description: 'The number that must not be called',
	example: '13720000000',
});

export const name = text({
	displayName: 'Name',
	description: 'Whose number it is',
	example: '张三',
});

export const remark = text({
	displayName: 'Remark',
	description: 'Why, for those who read it later',
	example: 'Asked not to be called',
});

export const groupName = text({
	displayName: 'Name',
	description: 'What the group is called',
	example: 'Complaints',
});
