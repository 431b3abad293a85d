import type { IDataObject } from 'n8n-workflow';
import type { Result } from '../../../nodes/common/action/action';
import { skillGroup } from '../../../nodes/AlibabaCloudCallCenter/resources/skillGroup';
import { byId, INSTANCE } from '../../cases/alibaba/case';

const GROUP = { instanceId: INSTANCE, skillGroupId: byId('skillgroup@ccc-test') };

function read(operation: string, parameters: IDataObject, additionalFields: IDataObject = {}): IDataObject {
	const action = skillGroup.actions.find((candidate) => candidate.operation === operation);
	if (!action) throw new Error(`no operation ${operation}`);
	return action.read((field) => parameters[field], additionalFields);
}

describe('adding users', () => {
	function added(userSkillLevels: unknown): unknown {
		return read('addUsersToSkillGroup', { ...GROUP, userSkillLevels } as IDataObject).userSkillLevels;
	}

	it('takes a user by the list and by ID, and a level as text', () => {
		const user = [
			{ userId: { __rl: true, mode: 'list', value: 'agent1@ccc-test' }, skillLevel: 1 },
			{ userId: byId('agent2@ccc-test'), skillLevel: '10' },
		];
		expect(added({ user })).toEqual([
			{ userId: 'agent1@ccc-test', skillLevel: 1 },
			{ userId: 'agent2@ccc-test', skillLevel: 10 },
		]);
	});

	it.each([[{}], [undefined], [''], [{ user: [] }]])('says what to do when nobody was entered: %j', (raw) => {
		expect(() => added(raw)).toThrow("'Users' is empty: add at least one");
	});

	it.each<[string, IDataObject, string]>([
		['no user', { userId: byId(''), skillLevel: 5 }, "'User' is empty: choose one from the list"],
		['no level', { userId: byId('agent@ccc-test') }, "'Skill Level' is empty: use a whole number from 1 to 10"],
		['level 0', { userId: byId('agent@ccc-test'), skillLevel: 0 }, "'Skill Level' is 0: use a whole number from 1 to 10"],
		['level 11', { userId: byId('agent@ccc-test'), skillLevel: 11 }, "'Skill Level' is 11: use a whole number from 1 to 10"],
	])('refuses an entry with %s', (_, entry, message) => {
		expect(() => added({ user: [{ userId: byId('agent1@ccc-test'), skillLevel: 1 }, entry] })).toThrow(message);
	});
});

describe('the name of a new skill group', () => {
	function named(name: string, displayName = 'Sales'): unknown {
		return read('createSkillGroup', { instanceId: INSTANCE, name, displayName }).name;
	}

	it.each(['a', 'skillgroup', 'After-sales_2', 'x'.repeat(64)])('can be %s', (name) => {
		expect(named(name)).toBe(name);
	});

	it.each(['2nd', '_a', 'after sales', '售后'])('cannot be %s', (name) => {
		expect(() => named(name)).toThrow('begin with a letter');
	});

	it('has at most 64 characters, as the display name does', () => {
		expect(() => named('x'.repeat(65))).toThrow("'Name' is");
		expect(() => named('a', '售'.repeat(65))).toThrow("'Display Name' is");
	});
});

it('does not update a skill group with nothing', () => {
	expect(() => read('modifySkillGroup', GROUP, { displayName: ' ' })).toThrow('There is nothing to change');
	expect(read('modifySkillGroup', GROUP, { displayName: 'Sales' })).toMatchObject({ displayName: 'Sales' });
});

describe('deleting', () => {
	async function outputOf(data: unknown): Promise<Result[]> {
		const action = skillGroup.actions.find(({ operation }) => operation === 'deleteSkillGroup');
		const part = await action?.perform(async () => ({ data, requestId: 'R' }), {}, { simplify: true, timeZone: 'Asia/Shanghai' });
		return part?.results ?? [];
	}

	it.each([undefined, null, ''])('returns only that it was done if the vendor answers with the data %p', async (data) => {
		expect(await outputOf(data)).toEqual([{ success: true, requestId: 'R' }]);
	});

	it('returns what else the vendor says', async () => {
		expect(await outputOf({ SkillGroupId: 'skillgroup@ccc-test', Numbers: ['01021570000'] })).toEqual([
			{ success: true, data: { skillGroupId: 'skillgroup@ccc-test', numbers: ['01021570000'] }, requestId: 'R' },
		]);
	});
});
