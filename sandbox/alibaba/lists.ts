import {
	canCallOut,
	findInstance,
	findUser,
	type Account,
	type ContactFlow,
	type Instance,
	type PhoneNumber,
	type User,
} from './account';
import { tooLarge } from './errors';
import { positiveInteger } from './parameters';

type Params = Record<string, string>;

export interface Page<Row> {
	List: Row[];
	PageNumber: number;
	PageSize: number;
	TotalCount: number;
}

/** The page only documents the limit for call records; it is taken for all lists here. */
const LARGEST_PAGE = 100;

export function listInstances(account: Account, params: Params): Page<unknown> {
	return page(account.instances.map(instanceRow), params);
}

export function listOutboundNumbersOfUser(account: Account, params: Params): Page<unknown> {
	const instance = findInstance(account, params.InstanceId ?? '');
	findUser(instance, params.UserId);
	return page(instance.numbers.filter(canCallOut).map(outboundNumberRow), params);
}

export function listPhoneNumbers(account: Account, params: Params): Page<unknown> {
	const instance = findInstance(account, params.InstanceId ?? '');
	const { Active, Usage, SearchPattern } = params;
	const numbers = instance.numbers
		.filter(({ active }) => Active === undefined || String(active) === Active)
		.filter(({ usage }) => Usage === undefined || usage === Usage)
		.filter(({ number }) => matches(SearchPattern, number));
	return page(
		numbers.map((number) => numberRow(instance, number)),
		params,
	);
}

export function listContactFlows(account: Account, params: Params): Page<unknown> {
	const instance = findInstance(account, params.InstanceId ?? '');
	const { Type, SearchPattern } = params;
	const flows = instance.contactFlows
		.filter(({ type }) => Type === undefined || type === Type)
		.filter(({ name }) => matches(SearchPattern, name));
	return page(
		flows.map((flow) => contactFlowRow(instance, flow)),
		params,
	);
}

export function listUsers(account: Account, params: Params): Page<unknown> {
	const instance = findInstance(account, params.InstanceId ?? '');
	const { SkillGroupId, SearchPattern } = params;
	const users = instance.users
		.filter(({ skillGroup }) => SkillGroupId === undefined || skillGroup === SkillGroupId)
		.filter(({ id, displayName }) => matches(SearchPattern, id, displayName));
	return page(users.map(userRow), params);
}

/** The page that the parameters ask for. Throws the gateway's or the vendor's error for a number that can't be. */
export function page<Row>(rows: Row[], params: Params): Page<Row> {
	const PageNumber = positiveInteger('PageNumber', params.PageNumber);
	const PageSize = positiveInteger('PageSize', params.PageSize);
	if (PageSize > LARGEST_PAGE) throw tooLarge('PageSize', String(LARGEST_PAGE));
	const start = (PageNumber - 1) * PageSize;
	return { List: rows.slice(start, start + PageSize), PageNumber, PageSize, TotalCount: rows.length };
}

function matches(pattern: string | undefined, ...texts: string[]): boolean {
	const wanted = (pattern ?? '').trim().toLowerCase();
	return texts.some((text) => text.toLowerCase().includes(wanted));
}

function instanceRow(instance: Instance) {
	return {
		Id: instance.id,
		Name: instance.name,
		Description: instance.description,
		DomainName: instance.id,
		Status: 'Normal',
		ConsoleUrl: `https://ccc.console.aliyun.com/workbench/${instance.id}`,
		AliyunUid: '1000000000000001',
		CreateTime: Date.UTC(2021, 0, 1),
		AdminList: instance.users.filter(({ role }) => role === 'Admin').map(adminRow),
		NumberList: instance.numbers.map(({ number }) => ({ Number: number })),
	};
}

function adminRow(user: User) {
	return {
		DisplayName: user.displayName,
		Extension: user.extension,
		LoginName: user.id,
		Mobile: user.mobile,
		RoleName: user.role,
		UserId: user.id,
	};
}

function outboundNumberRow({ number, city, province }: PhoneNumber) {
	return { Number: number, City: city, Province: province, Provider: 'China Unicom' };
}

function numberRow(instance: Instance, { number, city, province, usage, active }: PhoneNumber) {
	return {
		Number: number,
		City: city,
		Province: province,
		Usage: usage,
		Active: active,
		InstanceId: instance.id,
		SkillGroups: [],
		Tags: '',
	};
}

function contactFlowRow(instance: Instance, flow: ContactFlow) {
	return {
		ContactFlowId: flow.id,
		DraftId: `${flow.id}-draft`,
		Name: flow.name,
		Description: flow.description,
		Type: flow.type,
		Published: flow.published,
		InstanceId: instance.id,
		NumberList: [],
	};
}

function userRow(user: User) {
	return {
		UserId: user.id,
		DisplayName: user.displayName,
		LoginName: user.id,
		Extension: user.extension,
		Mobile: user.mobile,
		RoleName: user.role,
		DeviceId: user.deviceId,
		SkillLevelList: [{ SkillGroupId: user.skillGroup, SkillGroupName: user.skillGroup, SkillLevel: 5 }],
		WorkMode: 'ON_SITE',
	};
}
