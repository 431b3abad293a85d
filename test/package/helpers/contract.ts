/**
 * The names that saved workflows depend on. They may grow; a change or a loss here breaks somebody's workflow and needs a new
 * node version.
 */

interface OperationNames {
	parameters: string[];
	additionalFields: string[];
	simplify: boolean;
}

interface NodeNames {
	displayName: string;
	credentials: string[];
	/** Parameters that stand outside all operations, and what their collections or lists of choices hold. */
	parameters: Record<string, string[]>;
	/** By resource, then by operation. */
	operations: Record<string, Record<string, OperationNames>>;
	locators: string[];
}

export const NODES: Record<string, NodeNames> = {
	alibabaCloudCallCenter: {
		displayName: 'Alibaba Cloud Call Center',
		credentials: ['alibabaCloudAccessKeyApi'],
		parameters: { options: ['concurrency', 'requestsPerSecond', 'timeoutSeconds'] },
		operations: {
			call: {
				startBack2BackCall: {
					parameters: ['instanceId', 'caller', 'callee', 'broker'],
					additionalFields: ['timeoutSeconds', 'additionalBroker', 'tags'],
					simplify: true,
				},
				sendDtmfSignaling: {
					parameters: ['instanceId', 'jobId', 'channelId', 'dtmf'],
					additionalFields: ['userId', 'deviceId'],
					simplify: true,
				},
				launchSurvey: {
					parameters: ['instanceId', 'jobId', 'contactFlowId'],
					additionalFields: [
						...['userId', 'deviceId', 'contactFlowVariables', 'surveyChannel', 'smsMetadataId'],
						...['surveyTemplateId', 'surveyTemplateVariables'],
					],
					simplify: true,
				},
			},
			callRecord: {
				listCallDetailRecordsV2: {
					parameters: ['instanceId', 'returnAll', 'limit'],
					additionalFields: [
						...['agentId', 'broker', 'calledNumber', 'callingNumber', 'contactDispositionList', 'contactIdList', 'contactTypeList'],
						...['earlyMediaStateList', 'endTime', 'firstAgentId', 'mediaType', 'number', 'satisfactionRateList'],
						...['satisfactionSurveyChannel', 'skillGroupIdList', 'sortOrder', 'startTime'],
					],
					simplify: true,
				},
			},
		},
		locators: ['instanceId', 'broker', 'contactFlowId'],
	},
	huaweiContactCenter: {
		displayName: 'Huawei Contact Center',
		credentials: ['huaweiCcGatewayApi'],
		parameters: { options: ['requestsPerSecond', 'timeoutSeconds'] },
		operations: {
			call: {
				callOut: {
					parameters: ['called', 'waitFor', 'waitTimeoutSeconds'],
					additionalFields: ['caller', 'skillId', 'callAppData', 'mediaAbility', 'userVideoDirection'],
					simplify: false,
				},
			},
		},
		locators: [],
	},
	baiyingTrigger: {
		displayName: 'Baiying Trigger',
		credentials: ['baiyingCallbackApi'],
		parameters: {
			authentication: ['none', 'callbackToken'],
			events: ['callCompleted', 'intentionChanged', 'jobStatusChanged', 'inboundCallCompleted', 'unknown'],
			simplify: [],
			options: [
				...['companyIds', 'jobIds', 'finishStatuses', 'intentionGrades', 'allowedIps', 'skipDuplicates'],
				...['verifySignature', 'downloadRecording'],
			],
		},
		operations: {},
		locators: [],
	},
};

/** The values of `waitFor`, in the order of a call's life. */
export const WAIT_FOR = ['accepted', 'answered', 'ended'];

interface CredentialNames {
	fields: string[];
	secrets: string[];
	defaults: Record<string, unknown>;
}

export const CREDENTIALS: Record<string, CredentialNames> = {
	alibabaCloudAccessKeyApi: {
		fields: ['accessKeyId', 'accessKeySecret', 'securityToken', 'regionId', 'endpoint'],
		secrets: ['accessKeySecret', 'securityToken'],
		defaults: { regionId: 'cn-shanghai', endpoint: '', securityToken: '' },
	},
	huaweiCcGatewayApi: {
		fields: ['baseUrl', 'agentId', 'password', 'phoneNumber', 'takeOverSession', 'allowUnauthorizedCerts'],
		secrets: ['password'],
		defaults: { takeOverSession: true, allowUnauthorizedCerts: false },
	},
	baiyingCallbackApi: {
		fields: ['token', 'appKey', 'appSecret'],
		secrets: ['token', 'appSecret'],
		defaults: {},
	},
};
