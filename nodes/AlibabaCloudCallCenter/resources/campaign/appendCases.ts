import type { IDataObject } from 'n8n-workflow';
import { defineBatchAction } from '../../../common/action/action';
import { jsonObject, text } from '../../../common/action/fields';
import { InputError } from '../../../common/vendor/errors';
import { parsedJson } from '../../../common/vendor/json';
import { rowsOf } from '../../api/response';
import type { CccClient } from '../../api/transport';
import { campaignId, instanceId } from '../../fields';
import { maskedCallee } from '../call/fields';

const MOST_CASES = 100;
const MOST_VARIABLES = 10;

const phoneNumber = text({
	displayName: 'Phone Number',
	description: 'The customer to call',
	example: '13720000000',
});

const variables = jsonObject({
	displayName: 'Custom Variables',
	description: `What the flow and the agent get to know about the customer, as a JSON object with at most ${MOST_VARIABLES} entries`,
	example: '{ "name": "Li Na", "orderId": "42" }',
});

const customVariables = {
	...variables,
	read(raw: unknown) {
		const given = variables.read(raw);
		const count = given === undefined ? 0 : Object.keys(parsedJson(given) as object).length;
		if (count > MOST_VARIABLES) throw new InputError(`'Custom Variables' has ${count} entries: use at most ${MOST_VARIABLES}`);
		return given;
	},
};

const referenceId = text({
	displayName: 'Reference ID',
	description: 'Your own key for the customer. Put it into the custom variables as well: the lists of cases do not return it.',
	example: 'customer-42',
});

const agentId = text({
	displayName: 'Agent ID',
	description: 'The agent who takes the call once the customer has answered',
	example: 'agent@ccc-test',
});

const caller = text({
	displayName: 'Caller Number',
	description: 'The outbound number of the instance that the customer sees',
	example: '01021570000',
});

interface Case {
	phoneNumber: string;
	referenceId?: string;
}

/** The vendor returns the cases that it rejected, without a reason. */
function isRejected({ phoneNumber: number, referenceId: reference }: Case): (row: IDataObject) => boolean {
	return (row) => row.phoneNumber === number && (reference === undefined || row.referenceId === reference);
}

function resultOf(given: Case, rejected: IDataObject[]): IDataObject {
	const known = { phoneNumber: given.phoneNumber, ...(given.referenceId ? { referenceId: given.referenceId } : {}) };
	if (!rejected.some(isRejected(given))) return { ...known, accepted: true };
	return { ...known, accepted: false, reason: 'Alibaba Cloud rejected this case and gave no reason. Check the phone number, and whether it is in the campaign already' };
}

/**
 * Many customers go out in one request, in its body: an address would be too long for them. After an unknown outcome none of them is
 * sent again. Source: AppendCases, api.aliyun.com/document/CCC/2020-07-01/AppendCases.
 */
export const appendCases = defineBatchAction<CccClient>()({
	operation: 'appendCases',
	name: 'Append Cases',
	action: 'Append cases to campaign',
	description: `Add the incoming items to a campaign as the customers to call, up to ${MOST_CASES} in one request. Returns for each one whether it was accepted.`,
	effect: 'dial',
	dials: 'phoneNumber',
	findBy: { campaign: 'campaignId' },
	fields: { instanceId, campaignId, phoneNumber },
	additionalFields: { agentId, caller, customVariables, maskedCallee, referenceId },
	batch: {
		size: MOST_CASES,
		by: ({ instanceId: instance, campaignId: campaign }) => `${instance} ${campaign}`,
		async perform(send, cases) {
			const [{ instanceId: instance, campaignId: campaign } = { instanceId: '', campaignId: '' }] = cases;
			const body = cases.map((given) => ({
				PhoneNumber: given.phoneNumber,
				ReferenceId: given.referenceId,
				CustomVariables: given.customVariables,
				AgentId: given.agentId,
				Caller: given.caller,
				MaskedCallee: given.maskedCallee,
			}));
			const { data } = await send('AppendCases', { instanceId: instance, campaignId: campaign, body });
			const rejected = rowsOf(data);
			return cases.map((given) => resultOf(given, rejected));
		},
	},
});
