import { skillLevels } from '../../../nodes/AlibabaCloudCallCenter/resources/user/fields';
import { call, locator, start, vendor } from './support';

const SALES = locator('sales@ccc-test');
const level = (skillLevel: unknown) => ({ level: [{ skillGroupId: SALES, skillLevel: 1 }, { skillGroupId: SALES, skillLevel }] });

describe('skill levels', () => {
	it('are pairs of a skill group and a level', () => {
		expect(skillLevels.read({ level: [{ skillGroupId: SALES, skillLevel: '3' }] })).toEqual([{ skillGroupId: 'sales@ccc-test', skillLevel: 3 }]);
	});

	it.each([undefined, null, '', {}, { level: [] }])('are empty when the editor holds %p', (raw) => {
		expect(skillLevels.read(raw)).toBeUndefined();
	});

	it.each<[unknown, string]>([
		[level(11), "'Skill Levels', entry 2: 'Level' is 11: use a whole number from 1 to 10"],
		[level(0), "'Skill Levels', entry 2: 'Level' is 0: use a whole number from 1 to 10"],
		[level(''), "'Skill Levels', entry 2: 'Level' is empty: use a whole number from 1 to 10"],
		[{ level: [{ skillLevel: 5 }] }, "'Skill Levels', entry 1: 'Skill Group' is empty: choose one from the list"],
		[{ level: [null] }, "'Skill Levels', entry 1: 'Skill Group' is empty: choose one from the list"],
	])('name the entry that is wrong: %j', (raw, message) => {
		expect(() => skillLevels.read(raw)).toThrow(message);
	});
});

describe('what is checked before anything is sent', () => {
	beforeAll(async () => await start());
	afterAll(async () => await vendor.close());

	const instance = { resource: 'user', instanceId: locator('ccc-test') };
	const create = { ...instance, operation: 'createUser', loginName: 'li.wei', displayName: 'Li', email: 'li@example.com', roleId: locator('Agent@ccc-test') };

	it.each([
		['Get without a user', { ...instance, operation: 'getUser', userId: locator('') }, "'User' is empty: choose one from the list, or add the field 'Extension'"],
		['a login name that is too short', { ...create, loginName: 'li' }, `'Login Name' is "li": use 4 to 64 letters`],
		['a login name with a space', { ...create, loginName: 'li wei' }, `'Login Name' is "li wei": use 4 to 64 letters`],
		['a display name that is too long', { ...create, displayName: 'x'.repeat(129) }, 'shorten it to at most 128 characters'],
		['Add Skill Groups without any', { ...instance, operation: 'addSkillGroupsToUser', userId: locator('agent@ccc-test'), skillLevels: {} }, "'Skill Levels' is empty: add at least one"],
	])('%s', async (_, parameters, message) => {
		const { error } = await call({ parameters });
		expect(error?.message).toContain(message);
		expect(vendor.requests).toBe(0);
	});

	it('Get finds a user by the extension alone', async () => {
		const { json } = await call({ parameters: { ...instance, operation: 'getUser', userId: locator(''), additionalFields: { extension: '80031234' } } });
		expect(json).toMatchObject([{ extension: '80031234' }]);
		expect(vendor.admitted().at(-1)?.params).toEqual({ InstanceId: 'ccc-test', Extension: '80031234' });
	});
});
