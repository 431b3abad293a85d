import type { IDataObject } from 'n8n-workflow';
import { simplifiedCall } from '../../api/response';
import { deviceId, instanceId } from '../../fields';
import { objectAction } from '../kinds';
import { userId } from './fields';

function ofUser(name: string) {
	return ({ userContext }: IDataObject) => (userContext as IDataObject | undefined)?.[name];
}

function ofCall(name: string) {
	return (row: IDataObject) => simplifiedCall(row)[name];
}

/** Source: PollUserStatus, api.aliyun.com/document/CCC/2020-07-01/PollUserStatus. */
export const pollUserStatus = objectAction({
	operation: 'pollUserStatus',
	name: 'Get Status',
	action: 'Get status of agent',
	description: 'Find out what an agent is doing now; during a call it returns the job ID and the channels that call operations need',
	fields: { instanceId, userId },
	additionalFields: { deviceId },
	short: {
		userId: ofUser('userId'),
		state: ofUser('userState'),
		breakCode: ofUser('breakCode'),
		outboundScenario: ofUser('outboundScenario'),
		workMode: ofUser('workMode'),
		skillGroupIds: ofUser('signedSkillGroupIdList'),
		extension: ofUser('extension'),
		jobId: ofCall('jobId'),
		callType: ofCall('callType'),
		channels: ofCall('channels'),
	},
});
