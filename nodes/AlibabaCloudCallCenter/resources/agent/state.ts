import type { ShortForm } from '../kinds';

/** The state of an agent as the vendor returns it after each change. */
export const agentState: ShortForm = {
	userId: 'userId',
	state: 'userState',
	breakCode: 'breakCode',
	outboundScenario: 'outboundScenario',
	workMode: 'workMode',
	skillGroupIds: 'signedSkillGroupIdList',
	jobId: 'jobId',
	extension: 'extension',
	mobile: 'mobile',
	deviceId: 'deviceId',
};
