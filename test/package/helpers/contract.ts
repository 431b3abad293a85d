/** What saved workflows and their builders rely on beyond the generated `contract.json`. */

export const DISPLAY_NAMES: Record<string, string> = {
	alibabaCloudCallCenter: 'Alibaba Cloud Call Center',
	alibabaCloudCallCenterTrigger: 'Alibaba Cloud Call Center Trigger',
	baiying: 'Baiying',
	baiyingTrigger: 'Baiying Trigger',
	huaweiContactCenter: 'Huawei Contact Center',
	huaweiContactCenterCallbackTrigger: 'Huawei Contact Center Callback Trigger',
	huaweiContactCenterTrigger: 'Huawei Contact Center Trigger',
};

/** Parameters that offer a list wherever they appear. */
export const LOCATORS: Record<string, string[]> = {
	alibabaCloudCallCenter: ['instanceId', 'broker', 'contactFlowId'],
	alibabaCloudCallCenterTrigger: ['instanceId', 'broker'],
	baiying: ['companyId', 'robotDefId', 'callJobId'],
	huaweiContactCenter: ['campaignId', 'taskId'],
};

/** The values of `waitFor`, in the order of a call's life. */
export const WAIT_FOR = ['accepted', 'answered', 'ended'];

/** The fields of each credential that the editor hides. */
export const SECRETS: Record<string, string[]> = {
	alibabaCloudAccessKeyApi: ['accessKeySecret', 'securityToken'],
	baiyingCallbackApi: ['token', 'appSecret'],
	baiyingHmacApi: ['appSecret'],
	baiyingOpenPlatformApi: ['appSecret', 'accessToken'],
	huaweiAiccApi: ['appSecret', 'callbackToken', 'callbackKey', 'accessToken'],
	huaweiCcApi: ['secretKey'],
	huaweiCcGatewayApi: ['password', 'sessionTokens'],
};
