import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { connectCcc } from '../../../nodes/AlibabaCloudCallCenter/api/transport';
import { resources } from '../../../nodes/AlibabaCloudCallCenter/resources';
import type { Action } from '../../../nodes/common/action/action';
import { isSecret } from '../../../nodes/common/action/fields';
import type { Resource } from '../../../nodes/common/action/resource';
import { VendorError } from '../../../nodes/common/vendor/errors';

const SECRET = 'Correct+Horse 9';
const CREDENTIAL = { accessKeyId: 'id', accessKeySecret: 'key-secret-1' };

/** The values of the action with a secret field, by the field's path. */
const VALUES: Record<string, IDataObject> = {
	'updateSubscription.password': { instanceId: 'ccc-test', mqType: 'rocketmq5', eventSubscriptions: [] },
};

const actions: Array<Action<unknown>> = resources.flatMap((resource: Resource) => resource.actions);
const secretFields = actions.flatMap((action) =>
	Object.entries({ ...action.fields, ...action.additionalFields })
		.filter(([, field]) => isSecret(field))
		.map(([name, field]) => ({ action, name, field, path: `${action.operation}.${name}` })),
);

/** The error of an action whose vendor refuses with this message. */
async function refusal({ action, name, path }: (typeof secretFields)[number], Message: string): Promise<VendorError> {
	const context = {
		getCredentials: async () => CREDENTIAL,
		helpers: { httpRequestWithAuthentication: async () => ({ statusCode: 400, headers: {}, body: { Code: 'InvalidParameter', Message, RequestId: 'R' } }) },
	} as unknown as IExecuteFunctions;
	const sent = action.perform(await connectCcc(context), { ...VALUES[path], [name]: SECRET }, { simplify: true, timeZone: 'Asia/Shanghai' });
	const error = await sent.then(() => undefined, (reason: unknown) => reason);
	if (error instanceof VendorError) return error;
	throw new Error('no refusal');
}

it('knows every secret field', () => {
	expect(secretFields.map(({ path }) => path).sort()).toEqual(Object.keys(VALUES).sort());
});

describe.each(secretFields.map((field) => [field.path, field] as const))('%s', (_, secret) => {
	it.each([
		['as it is', SECRET],
		['in a URL', encodeURIComponent(SECRET)],
		['in Base64', Buffer.from(SECRET).toString('base64')],
	])('is masked where the vendor repeats it %s', async (_way, repeated) => {
		const { message, vendorMessage } = (await refusal(secret, `The broker refused <${repeated}> of the producer`)).details();
		expect(vendorMessage).toBe('The broker refused <***> of the producer');
		expect(message).not.toContain(repeated);
	});

	it('leaves the credential masked as well', async () => {
		const { vendorMessage } = (await refusal(secret, `Neither ${CREDENTIAL.accessKeySecret} nor ${SECRET} fits`)).details();
		expect(vendorMessage).toBe('Neither *** nor *** fits');
	});

	it('is not shown where a number is refused', () => {
		expect(() => secret.field.read(2 ** 63)).toThrow(/'Password' .*in quotes/);
		expect(() => secret.field.read(2 ** 63)).not.toThrow(/922337203/);
	});
});
