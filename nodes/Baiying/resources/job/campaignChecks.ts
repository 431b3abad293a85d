import { InputError } from '../../../common/vendor/errors';
import { AI_BALANCE, COMMUNICATION_BALANCE, LINES, ROBOTS, SEATS } from '../../api/operationNames';
import type { Senders } from '../../api/client';
import { objectOf, type Json, type JsonObject } from '../../callback/json';
import { amount, flag, text } from '../../callback/values';
import { ownVariables } from '../customer/properties';
import { variablesOf } from '../robot/variables';
import { rowsOf } from '../rows';
import type { Campaign } from './campaign';
import { estimated, type Estimate } from './estimate';
import { jobsNamed } from './namesakes';

/** What is checked before a job is created. Each check is a read, or several. */

const ONLINE = 1;
/** The job is completed or terminated. */
const ENDED = [2, 6];

async function ask({ client, order, steps }: Campaign, sends: Senders, values: object = {}): Promise<Json> {
	return (await steps.read(async () => await client.send(sends, { companyId: order.companyId, ...values }))).data;
}

/** The same campaign a second time would call everybody twice. */
async function checkName({ client, order, steps }: Campaign): Promise<void> {
	const open = (await jobsNamed(client, steps, order)).find(({ status }) => status === null || !ENDED.includes(status));
	if (!open) return;
	throw new InputError(`'Job Name' is "${order.jobName}", and job ${open.jobId} of that name has not ended: use another name, such as one with the date, or work with that job`);
}

async function checkRobot(campaign: Campaign): Promise<void> {
	const { robotDefId } = campaign.order;
	const online = rowsOf(await ask(campaign, ROBOTS, { robotStatus: ONLINE }));
	if (online.some((row) => text(row.robotDefId) === robotDefId)) return;
	throw new InputError(`'Robot' is ${robotDefId}, which is not online: publish it at Baiying, or choose another one from the list`);
}

async function checkVariables({ client, order, customers, itemIndexes, steps }: Campaign): Promise<void> {
	const variables = ownVariables(await steps.read(async () => await variablesOf(client, order.companyId, order.robotDefId)));
	const lacking = customers.flatMap(({ properties }, item) => variables.filter((name) => !properties[name]).map((name) => ({ item, name })));
	const [first, ...others] = lacking;
	if (!first) return;
	const more = others.length === 0 ? '' : `, and ${others.length} more ${others.length === 1 ? 'value is' : 'values are'} missing`;
	throw new InputError(`Item ${itemIndexes[first.item]}: The robot's script needs a value for '${first.name}'${more}. Enter it in the properties`);
}

async function checkLines(campaign: Campaign): Promise<JsonObject[]> {
	const lines = rowsOf(await ask(campaign, LINES));
	return campaign.order.userPhoneIds.map((id) => {
		const line = lines.find((row) => text(row.userPhoneId) === id);
		if (!line) throw new InputError(`'Line Names or IDs' holds ${id}, which is not a line of the company: choose lines from the list`);
		if (flag(line.useAvailable) !== false) return line;
		throw new InputError(`'Line Names or IDs' holds ${id}, and Baiying says that this line is not available at the moment: choose another one`);
	});
}

/** A job with more seats than are free waits for them, so that is only worth a word. */
async function checkSeats(campaign: Campaign): Promise<string> {
	const seats = objectOf(await ask(campaign, SEATS));
	const [all, inUse, wanted] = [amount(seats.companyAllCallSeat), amount(seats.companyUsingCallSeat), campaign.order.concurrencyQuota ?? 1];
	if (all !== null && wanted > all) throw new InputError(`'Seats' is ${wanted}, but the company has only ${all}: lower the number`);
	const free = (all ?? Infinity) - (inUse ?? 0);
	return wanted > free ? `Only ${Math.max(0, free)} of the ${wanted} seats are free at the moment, so the job may have to wait.` : '';
}

/** Only the open platform knows it. */
async function checkBalance(campaign: Campaign): Promise<number | null> {
	if (campaign.client.api !== 'openPlatform') return null;
	const [calls, ai] = [objectOf(await ask(campaign, COMMUNICATION_BALANCE)), objectOf(await ask(campaign, AI_BALANCE))];
	for (const [what, { amount: left }] of [['calls', calls], ['the robots', ai]] as const) {
		if ((amount(left) ?? 1) <= 0) throw new InputError(`Nothing is left for ${what} in the account at Baiying: top it up before you run the job`);
	}
	return amount(ai.price);
}

/**
 * Checks everything that can be known before the job is created.
 *
 * @returns what the campaign will take
 * @throws InputError that names the field, or the item
 */
export async function checkCampaign(campaign: Campaign): Promise<Estimate> {
	await checkName(campaign);
	await checkRobot(campaign);
	await checkVariables(campaign);
	const [line] = await checkLines(campaign);
	const seatsNote = await checkSeats(campaign);
	const robotPrice = await checkBalance(campaign);
	const { customers, order } = campaign;
	const phones = new Set(customers.map(({ phone }) => phone)).size;
	return estimated({ customers: phones, items: customers.length, seats: order.concurrencyQuota ?? 1, linePrice: amount(line?.localSellingRate), robotPrice, seatsNote });
}
