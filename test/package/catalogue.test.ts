import type { Action } from '../../nodes/common/action/action';
import { knownAction, vendorActions } from '../../nodes/AlibabaCloudCallCenter/api/catalogue';
import { resources } from '../../nodes/AlibabaCloudCallCenter/resources';
import { fileFields } from '../../nodes/AlibabaCloudCallCenter/resources/recording/fields';
import { sentBy } from '../../nodes/AlibabaCloudCallCenter/resources/vendorAction';

/** Parameters that no field stands for: the paging of lists. */
const PAGING = ['PageNumber', 'PageSize', 'OrderByField'];
/** Fields of the node's own. */
const OWN_FIELDS = ['returnAll', 'limit', 'waitFor', 'waitTimeoutSeconds'];
/** Of the operations that download a file. */
const FILE_FIELDS = ['download', 'binaryPropertyName', ...Object.keys(fileFields)];
const FILE_OPERATIONS = ['getMonoRecording', 'getMultiChannelRecording', 'getEarlyMediaRecording', 'getVoicemailRecording', 'getVideo'];

/** What maps to something else than its own name: fields by operation, and the parameters that they make up. */
const MAPPED: Record<string, { fields: string[]; parameters: string[] }> = {
	'campaign.appendCases': { fields: ['phoneNumber', 'customVariables', 'referenceId', 'agentId', 'caller', 'maskedCallee'], parameters: ['body'] },
	'campaign.createCampaign': { fields: ['ratio', 'abandonRate', 'historicalConnectedRate'], parameters: ['StrategyParameters'] },
	'campaign.updateCampaign': { fields: ['strategyType', 'ratio', 'abandonRate', 'historicalConnectedRate'], parameters: ['StrategyParameters'] },
	'doNotCallNumber.addToDoNotCallList': { fields: ['phone'], parameters: ['NumberList'] },
	'blacklistedNumber.listBlacklistCallTaggings': { fields: ['jobId'], parameters: [] },
	...Object.fromEntries(FILE_OPERATIONS.map((operation) => [`recording.${operation}`, { fields: FILE_FIELDS, parameters: [] }])),
	'callRecord.listRecentCallDetailRecords': { fields: ['calledNumber', 'callingNumber', 'phoneNumber'], parameters: ['Criteria'] },
};

/** Parameters that are left out on purpose, by operation, and why. */
const LEFT_OUT: Record<string, Record<string, string>> = {
	'doNotCallNumber.addToDoNotCallList': { FilePath: 'Import takes a file' },
	'user.removeUsers': { FilePath: 'a file that was uploaded to the storage of the vendor first' },
	'campaign.createCampaign': {
		CaseList: 'too long for an address; Append Cases sends them in the body',
		Simulation: 'of no use to customers, the SDK says',
		SimulationParameters: 'of no use to customers, the SDK says',
	},
	'recording.listVoicemails': { Name: 'deprecated by the vendor' },
	'notification.updateSubscription': { AliyunUid: 'the vendor wants it empty' },
};

/** The vendor's action of an operation that has another name. */
const SENT_AS: Record<string, string> = { 'doNotCallNumber.addToDoNotCallList': 'ImportDoNotCallNumbers' };

/** Operations that stand for no single action of the vendor. */
const FOR_ANY_ACTION = ['api.request'];

const actions = resources
	.flatMap(({ value, actions: own }) => own.map((action) => ({ name: `${value}.${action.operation}`, action: action as Action<unknown> })))
	.filter(({ name }) => !FOR_ANY_ACTION.includes(name));

function lowerCamel(name: string): string {
	return name.charAt(0).toLowerCase() + name.slice(1);
}

test('the catalogue has all 254 actions and 1,136 parameters', () => {
	expect(vendorActions()).toHaveLength(254);
	expect(vendorActions().flatMap(({ parameters }) => parameters)).toHaveLength(1136);
});

describe.each(actions)('$name', ({ name, action }) => {
	const { parameters } = knownAction(SENT_AS[name] ?? sentBy(action));
	const mapped = MAPPED[name] ?? { fields: [], parameters: [] };
	const known = new Set(parameters.flatMap((parameter) => [parameter.field, lowerCamel(parameter.name)]));
	const fields = [...Object.keys(action.fields), ...Object.keys(action.additionalFields)];

	it('has only fields that the vendor knows', () => {
		expect(fields.filter((field) => !known.has(field) && !OWN_FIELDS.includes(field) && !mapped.fields.includes(field))).toEqual([]);
	});

	it('asks for everything that is required, and offers the rest or says why not', () => {
		const left = { ...LEFT_OUT[name] };
		const isOffered = ({ name: parameter, field }: (typeof parameters)[number]) => fields.includes(field) || fields.includes(lowerCamel(parameter)) || mapped.parameters.includes(parameter);
		const missing = parameters.filter((parameter) => !isOffered(parameter) && !PAGING.includes(parameter.name) && !(parameter.name in left));
		expect(missing.map((parameter) => parameter.name)).toEqual([]);
		const required = parameters.filter((parameter) => parameter.required && !PAGING.includes(parameter.name) && !mapped.parameters.includes(parameter.name));
		expect(required.filter(({ field, name: parameter }) => !(field in action.fields) && !(lowerCamel(parameter) in action.fields)).map((parameter) => parameter.name)).toEqual([]);
	});
});
