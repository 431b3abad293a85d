import { defineBatchAction } from '../../../common/action/action';
import { optional } from '../../../common/action/fields';
import { VendorError } from '../../../common/vendor/errors';
import type { BaiyingClient } from '../../api/client';
import { readFirst } from '../../api/readFirst';
import { callJobId, companyId, robotDefId } from '../../fields';
import { jobNumbers, type JobNumbers } from '../job/numbers';
import { MOST_CUSTOMERS, sendCustomers, type Counts } from './counts';
import { customerOf, type Customer } from './customer';
import { name, phone, propertyMode } from './fields';
import { ownProperties, properties, propertiesJson } from './properties';

interface Order {
	companyId?: string;
	callJobId: string;
	customers: Customer[];
}

function found({ callJobId: job, customers }: Order, before: number | null, now: JobNumbers | undefined): string {
	if (now?.customers === null || now?.customers === undefined) return `The number of customers of job ${job} could not be read`;
	const growth = before === null ? '' : `, ${now.customers - before} more than before the request`;
	return `Job ${job} has ${now.customers} customers now${growth}; the request had ${customers.length}`;
}

/** An unknown outcome, with what the job looks like afterwards. */
async function withNumbers(client: BaiyingClient, order: Order, before: number | null, error: unknown): Promise<unknown> {
	if (!(error instanceof VendorError) || error.failure !== 'noAnswer') return error;
	const now = await jobNumbers(client, order.companyId, order.callJobId).catch(() => undefined);
	const message = `${error.message.replace(/\.$/, '')}. ${found(order, before, now)}`;
	const advice = 'The customers were not sent again. Look at the job at Baiying before you import them again.';
	const exists = { jobId: order.callJobId, ...(typeof now?.customers === 'number' ? { customers: now.customers } : {}) };
	return new VendorError({ ...error.details(), message, advice, exists });
}

async function importOnce(client: BaiyingClient, order: Order): Promise<Counts> {
	const { customers: before } = await readFirst(jobNumbers(client, order.companyId, order.callJobId));
	try {
		return await sendCustomers(client, order.companyId, order.callJobId, order.customers);
	} catch (error) {
		throw await withNumbers(client, order, before, error);
	}
}

/**
 * The vendor has no key against repetition, so a request with an unknown outcome is never repeated. Sources:
 * open.byai.com/v2/operations/calljob-customer-import.html; POST /openapi/v2/task/importTaskCustomer, api.byrobot.cn/doc/v2/.
 */
export const importCustomers = defineBatchAction<BaiyingClient>()({
	operation: 'import',
	name: 'Import',
	action: 'Import customers',
	description: `Add the incoming items to a job as customers, up to ${MOST_CUSTOMERS.toLocaleString('en')} in one request. Returns one item per request with what Baiying counted. A job that runs calls them at once.`,
	effect: 'dial',
	dials: 'phone',
	findBy: { campaign: 'callJobId' },
	fields: { companyId, callJobId, phone, name, propertyMode, robotDefId: optional(robotDefId), properties, propertiesJson },
	additionalFields: { ownProperties },
	showOnlyFor: { robotDefId: { propertyMode: ['fields'] }, properties: { propertyMode: ['fields'] }, propertiesJson: { propertyMode: ['json'] } },
	batch: {
		size: MOST_CUSTOMERS,
		answersAsOne: true,
		by: (values) => JSON.stringify([values.companyId, values.callJobId]),
		async perform(client, items) {
			const [first] = items;
			if (!first) return [];
			const order = { companyId: first.companyId, callJobId: first.callJobId, customers: items.map((item) => customerOf(item, item.ownProperties)) };
			return [{ jobId: order.callJobId, ...(await importOnce(client, order)) }];
		},
	},
});
