import type { Action } from '../../nodes/common/action/action';
import { knownOperation, vendorOperations, type Api, type Parameter } from '../../nodes/Baiying/api/catalogue';
import { resources } from '../../nodes/Baiying/resources';
import { BAIYING_OPERATIONS } from '../../scripts/baiyingOperations';

/** Parameters that no field stands for: the paging of lists, and a command that the operation itself is. */
const WITHOUT_FIELD = ['pageNum', 'pageSize', 'command'];

/** Fields of the node's own, and what they do. */
const OWN_FIELDS: Record<string, string> = {
	returnAll: 'reads all pages',
	limit: 'ends the list',
	download: 'the file of a call',
	binaryPropertyName: 'the file of a call',
	recordingHosts: 'the file of a call',
	maxSizeMegabytes: 'the file of a call',
	downloadTimeoutSeconds: 'the file of a call',
	dryRun: 'only checks',
	onPartialImport: 'decides after the import',
	callId: 'of the incoming items',
};

/** What maps to something else than its own name: parameters, by operation, and the fields that make them up. */
const CUSTOMERS = ['phone', 'name', 'propertyMode', 'robotDefId', 'properties', 'propertiesJson', 'ownProperties'];
const HOURS = { workingStartTime: ['workingHours'], workingEndTime: ['workingHours'], breakStartTime: ['breakHours'], breakEndTime: ['breakHours'] };
const REDIAL = { repeatCall: ['redialRules'], repeatCallRule: ['redialRules'], smsType: ['smsTemplateId'] };
const MAPPED: Record<string, Record<string, string[]>> = {
	'job / create': { ...HOURS, ...REDIAL },
	'job / update': { ...HOURS, ...REDIAL },
	'job / run': { ...HOURS, ...REDIAL, customerInfoVOList: CUSTOMERS, customerInfoList: CUSTOMERS, callJobId: [], taskId: [] },
	'customer / import': { customerInfoVOList: CUSTOMERS, customerInfoList: CUSTOMERS },
	'blacklist / addNumber': { blacklist: ['phone', 'name', 'remark'] },
	'blacklist / addToDoNotCallList': { blacklist: ['phone', 'remark'] },
	'blacklist / addNumbers': { blacklist: ['phone', 'name', 'remark'] },
	'robot / getVariables': { sceneDefId: ['robotDefId'] },
	'job / reconcile': { durationLeft: [], durationRight: [], chatRoundLeft: [], chatRoundRight: [], finishStatus: [], resultQueryList: [] },
};

/** Parameters that are left out on purpose, and why. */
const LEFT_OUT: Record<string, string> = {
	permitrepeatnum: 'would call a customer twice in one job',
	hideDefaultVar: 'the node leaves the default variables out itself',
	userPhoneId: 'a filter for one line',
	resultQueryList: 'the filter nodes of n8n do it for both APIs',
};

const actions = new Map(resources.flatMap(({ value, actions: own }) => own.map((action) => [`${value} / ${action.operation}`, action as Action<unknown>] as [string, Action<unknown>])));
const apiOf = (name: string): Api => (name.startsWith('/') ? 'hmac' : 'openPlatform');
const pairs = Object.entries(BAIYING_OPERATIONS).flatMap(([vendor, own]) => own.map((name) => ({ vendor, name, parameters: knownOperation(apiOf(vendor), vendor).parameters })));

const fieldsOf = (name: string) => {
	const action = actions.get(name);
	return [...Object.keys(action?.fields ?? {}), ...Object.keys(action?.additionalFields ?? {})];
};

test('the catalogue has both APIs', () => {
	expect([vendorOperations('openPlatform').length, vendorOperations('hmac').length]).toEqual([15, 27]);
});

test.each(pairs)('$name offers every parameter of $vendor, or the reason stands here', ({ name, parameters }) => {
	const fields = fieldsOf(name);
	const isOffered = ({ name: own, field }: Parameter) => fields.includes(field) || fields.includes(own) || MAPPED[name]?.[own] !== undefined;
	const missing = parameters.filter((parameter) => !isOffered(parameter) && !WITHOUT_FIELD.includes(parameter.name) && !(parameter.name in LEFT_OUT));
	expect(missing.map((parameter) => parameter.name)).toEqual([]);
});

test.each([...new Set(pairs.map(({ name }) => name))])('%s has only fields that the vendor knows', (name) => {
	const mapped = Object.values(MAPPED[name] ?? {}).flat();
	const known = pairs.filter((pair) => pair.name === name).flatMap(({ parameters }) => parameters.flatMap((parameter) => [parameter.field, parameter.name]));
	expect(fieldsOf(name).filter((field) => !known.includes(field) && !mapped.includes(field) && !(field in OWN_FIELDS))).toEqual([]);
});

test('every operation that sends something of its own stands in the table', () => {
	const listed = new Set(pairs.map(({ name }) => name));
	expect([...actions.keys()].filter((name) => !listed.has(name))).toEqual(['api / request']);
});
