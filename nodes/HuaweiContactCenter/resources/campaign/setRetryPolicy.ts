import { choice, jsonList, textList } from '../../../common/action/fields';
import { InputError } from '../../../common/vendor/errors';
import { campaignId } from '../../isales/fields';
import { commandAction } from '../../isales/kinds';

export const POLICY_TYPES = { global: 0, byNumberType: 1 } as const;

const policyType = choice({
	displayName: 'Policy Type',
	description: "Whether one policy holds for all of a customer's numbers or each type of number has its own",
	default: 'global',
	choices: [
		{ name: 'By Number Type', value: 'byNumberType' },
		{ name: 'Global', value: 'global' },
	],
});

const policyJson = jsonList({
	displayName: 'Policy',
	description:
		'The rules as a JSON list. With type 1, each has the results after which to call again. With type 0, editions differ: retryDay and retryTimes stand in the rule, or retryDay and retryTime in its policy.',
	example: '[{ "dataType": "SI", "type": 1, "policy": [{ "result": 4, "retryNumber": 3, "callInterval": 600 }] }]',
});

const noRetryPolicy = textList({
	displayName: 'No Retry After',
	description: 'Codes of results after which a customer is never called again, separated by commas; only for the global policy',
	example: '00538, 00604',
});

/** More calls to customers follow from it. Source: "Setting a Call Retry Policy" (cec_07_0730). */
export const setRetryPolicy = commandAction({
	operation: 'setRetryPolicy',
	name: 'Set Retry Policy',
	action: 'Set retry policy of campaign',
	description: 'Say when a campaign calls customers again whom it has not reached. A campaign of the second edition can have it from the start.',
	effect: 'dial',
	findBy: { campaign: 'campaignId' },
	fields: { campaignId, policyType, policyJson },
	additionalFields: { noRetryPolicy },
	check(values) {
		if (values.policyType === 'byNumberType' && values.noRetryPolicy) {
			throw new InputError("'No Retry After' is only for the global policy: set 'Policy Type' to Global, or remove it");
		}
	},
	sends: (values) => ({
		method: 'POST',
		path: `/retryPolicy/${values.campaignId}`,
		body: { policyType: POLICY_TYPES[values.policyType as keyof typeof POLICY_TYPES], policyJson: values.policyJson, noRetryPolicy: values.noRetryPolicy },
	}),
});
