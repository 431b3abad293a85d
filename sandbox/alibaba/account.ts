import { unknownInstance, unknownUser } from './errors';
import type { AccessKey } from './gateway';

export interface PhoneNumber {
	number: string;
	city: string;
	province: string;
	usage: 'Inbound' | 'Outbound' | 'Bidirection';
	active: boolean;
}

export interface ContactFlow {
	id: string;
	name: string;
	description: string;
	/** The page names only `MAIN_FLOW`; `SURVEY_FLOW` is this sandbox's name for the type of the survey flow. */
	type: 'MAIN_FLOW' | 'SURVEY_FLOW';
	published: boolean;
}

export interface User {
	id: string;
	displayName: string;
	extension: string;
	mobile: string;
	role: 'Admin' | 'Agent';
	deviceId: string;
	skillGroup: string;
}

/** One call center. The access key belongs to the first user. */
export interface Instance {
	id: string;
	name: string;
	description: string;
	numbers: PhoneNumber[];
	contactFlows: ContactFlow[];
	users: [User, ...User[]];
}

export interface Account {
	key: AccessKey;
	instances: Instance[];
}

/** The account of the demo. A fresh copy each time, so that a test may change its own. */
export function demoAccount(): Account {
	return {
		key: {
			accessKeyId: 'sandbox-key-id',
			accessKeySecret: 'sandbox-key-secret',
			securityToken: 'sandbox-sts-token',
		},
		instances: [demoInstance()],
	};
}

function demoInstance(): Instance {
	const beijing = { city: '北京', province: '北京', usage: 'Bidirection', active: true } as const;
	return {
		id: 'ccc-test',
		name: 'Sandbox call center',
		description: 'The call center of the sandbox',
		numbers: [
			{ number: '01021570000', ...beijing },
			{ number: '01021560000', ...beijing },
		],
		contactFlows: [
			{
				id: 'survey-flow-1',
				name: 'Satisfaction survey',
				description: 'Asks the customer for a grade from 1 to 5',
				type: 'SURVEY_FLOW',
				published: true,
			},
			{
				id: 'main-flow-1',
				name: 'Main menu',
				description: 'Welcomes whoever calls in',
				type: 'MAIN_FLOW',
				published: true,
			},
		],
		users: [
			demoUser('agent', 'Agent of the sandbox', '80011474', '13900000001'),
			demoUser('user-test', 'Second agent', '80011475', '13900000002'),
		],
	};
}

function demoUser(name: string, displayName: string, extension: string, mobile: string): User {
	return {
		id: `${name}@ccc-test`,
		displayName,
		extension,
		mobile,
		role: 'Agent',
		deviceId: `ACC-YUNBS-1.0.10-${name}`,
		skillGroup: 'skill-group@ccc-test',
	};
}

/** Throws `NotExists.InstanceId`. */
export function findInstance(account: Account, instanceId: string): Instance {
	const instance = account.instances.find(({ id }) => id === instanceId);
	if (!instance) throw unknownInstance(instanceId);
	return instance;
}

/** The named user, or the access key's own when none is named. Throws `NotExists.UserId`. */
export function findUser(instance: Instance, userId: string | undefined): User {
	if (userId === undefined) return instance.users[0];
	const user = instance.users.find(({ id }) => id === userId);
	if (!user) throw unknownUser(userId, instance.id);
	return user;
}

/** Whether calls may go out with this number. */
export function canCallOut(number: PhoneNumber): boolean {
	return number.active && number.usage !== 'Inbound';
}
