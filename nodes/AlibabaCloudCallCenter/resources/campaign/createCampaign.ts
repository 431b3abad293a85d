import { jsonObject, text, wholeNumber, yesNo } from '../../../common/action/fields';
import { instanceId } from '../../fields';
import { valueAction } from '../kinds';
import { callableTime } from './callableTime';
import { contactFlowId, endTime, instGroupId, name, numbers, queueId, startTime } from './fields';
import { inPeriod } from './period';
import { strategyFields, strategyFieldsShown, strategyType, withStrategy } from './strategy';

const maxAttemptCount = wholeNumber({
	displayName: 'Max Attempt Count',
	description: 'How often a customer who was not reached is called again at most',
	default: 1,
	min: 0,
	max: 100,
});

const minAttemptInterval = wholeNumber({
	displayName: 'Min Attempt Interval (Minutes)',
	description: 'How much time passes at least before a customer is called again',
	default: 60,
	min: 1,
	max: 43_200,
	unit: 'minutes',
});

const caseFileKey = text({
	displayName: 'Case File Key',
	description: 'A file of customers to call that has been uploaded to Alibaba Cloud, by its key in Object Storage Service (OSS)',
	example: 'ccc-test/namelist.csv',
});

const executingUntilTimeout = yesNo({
	displayName: 'Executing Until Timeout',
	description: 'Whether the campaign stays open until its end time, so that customers can be added after everybody has been called',
	default: true,
});

const flashSmsParameters = jsonObject({
	displayName: 'Flash SMS Parameters',
	description: 'The flash text message that a customer gets along with the call, as a JSON object',
	example: '{ "applicationId": "08e6b63a-2c70-4d26-979a-689a288cdbb5", "templateId": "325" }',
});

/** Source: CreateCampaign, api.aliyun.com/document/CCC/2020-07-01/CreateCampaign. */
export const createCampaign = valueAction({
	operation: 'createCampaign',
	name: 'Create',
	action: 'Create campaign',
	description: 'Create a predictive campaign as a draft. Its customers are added afterwards or come from a case file, and nobody is called before you submit it.',
	result: 'campaignId',
	findBy: { campaign: 'campaignId' },
	fields: {
		instanceId,
		name,
		queueId,
		contactFlowId,
		startTime,
		endTime,
		callableTime,
		strategyType,
		...strategyFields,
		maxAttemptCount,
		minAttemptInterval,
	},
	additionalFields: { caseFileKey, executingUntilTimeout, flashSmsParameters, instGroupId, numbers },
	showOnlyFor: strategyFieldsShown,
	sends: (values, settings) => withStrategy(inPeriod(values, settings)),
});
