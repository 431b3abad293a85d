import { choice, yesNo } from '../../../common/action/fields';
import { defineWholeAction } from '../../../common/action/whole';
import type { BaiyingClient } from '../../api/client';
import { customerOf } from '../customer/customer';
import { name, phone, propertyMode } from '../customer/fields';
import { ownProperties, properties, propertiesJson } from '../customer/properties';
import { jobAdditionalFields, jobFields } from './create';
import { runCampaign } from './runCampaign';
import { checkJob } from './settings';

const onPartialImport = choice({
	displayName: 'On Partial Import',
	description: 'What to do if Baiying does not import all customers',
	default: 'stop',
	choices: [
		{ name: 'Start', value: 'start', description: 'Start the job with those that were imported; the output has the numbers' },
		{ name: 'Stop', value: 'stop', description: 'Call nobody and fail; the error holds the ID of the job' },
	],
});

const dryRun = yesNo({
	displayName: 'Dry Run',
	description: "Whether to do only the checks, and stop before the job is created. A hint has the estimated duration and cost. 'Dry Run' in 'Calling Rules' does the same.",
	default: true,
});

/** Sources: those of create, customer/import and start. */
export const run = defineWholeAction<BaiyingClient>()({
	operation: 'run',
	name: 'Run',
	action: 'Run job',
	description:
		'Start a campaign in one step: check robot, lines, seats and balance, create a job, import the incoming items as its customers, check the counters, and start it. The settings of the job are those of the first item. Retry on Fail continues where it stopped.',
	effect: 'dial',
	dials: 'phone',
	findBy: { campaign: 'jobId' },
	fields: { ...jobFields, phone, name, propertyMode, properties, propertiesJson, onPartialImport },
	additionalFields: { ...jobAdditionalFields, dryRun, ownProperties },
	showOnlyFor: { startDate: { jobType: ['scheduled'] }, properties: { propertyMode: ['fields'] }, propertiesJson: { propertyMode: ['json'] } },
	check: checkJob,
	pairs: 'all',
	perItem: ['phone', 'name', 'properties', 'propertiesJson'],
	perform: async (client, values, items, settings, steps) => {
		const customers = items.map((item) => customerOf(item, values.ownProperties));
		const order = { ...values, dryRun: values.dryRun === true || settings.isDryRun };
		return [await runCampaign({ client, order, customers, itemIndexes: settings.itemIndexes, steps, canceled: settings.canceled })];
	},
});
