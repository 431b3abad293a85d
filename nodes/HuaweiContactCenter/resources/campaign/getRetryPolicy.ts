import type { GenericValue } from 'n8n-workflow';
import { parsedJson } from '../../../common/vendor/json';
import { nameOf } from '../../isales/codes';
import { campaignId } from '../../isales/fields';
import { objectAction } from '../../isales/kinds';
import { textOf } from '../../isales/rows';
import { POLICY_TYPES } from './setRetryPolicy';

/** JSON in a text as what it says. */
function parsed(value: unknown): GenericValue {
	return (typeof value === 'string' ? (parsedJson(value) ?? value) : value) as GenericValue;
}

/** Source: "Querying the Call Retry Policy" (cec_07_0731). */
export const getRetryPolicy = objectAction({
	operation: 'getRetryPolicy',
	name: 'Get Retry Policy',
	action: 'Get retry policy of campaign',
	description: 'Look up when a campaign calls customers again whom it has not reached',
	effect: 'read',
	fields: { campaignId },
	short: (row) => ({
		retryPolicyId: textOf(row.retryPolicyId),
		policyType: nameOf(POLICY_TYPES, row.policyType),
		policyJson: parsed(row.policyJson),
		noRetryPolicy: parsed(row.noRetryPolicy),
		busiPolicy: parsed(row.busiPolicy),
	}),
	sends: (values) => ({ method: 'GET', path: `/retryPolicy/${values.campaignId}` }),
});
