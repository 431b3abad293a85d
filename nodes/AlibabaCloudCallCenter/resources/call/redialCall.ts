import { optional, text } from '../../../common/action/fields';
import { InputError } from '../../../common/vendor/errors';
import { deviceId, instanceId, tags, timeoutSeconds, userId } from '../../fields';
import { outboundNumber } from './fields';
import { startAction } from './startAction';

const earlierJobId = text({
	displayName: 'Job ID',
	description: 'The ID of the earlier call, from its record or from the node that started it',
	example: 'job-65735740600893440',
});

const callee = text({
	displayName: 'Callee',
	description: 'The number as the record of the earlier call shows it',
	example: '137****0000',
});

/** Source: RedialCall, api.aliyun.com/document/CCC/2020-07-01/RedialCall. */
export const redialCall = startAction({
	operation: 'redialCall',
	name: 'Redial',
	action: 'Redial number of earlier call',
	description: 'Ring the number of an earlier call again for an agent, even if its record shows the number masked',
	fields: { instanceId, jobId: optional(earlierJobId), callee: optional(callee) },
	additionalFields: {
		caller: outboundNumber('Caller', 'The number that the callee sees'),
		deviceId,
		tags,
		timeoutSeconds,
		userId,
	},
	check({ jobId, callee: number }) {
		if (jobId === undefined && number === undefined) {
			throw new InputError("'Job ID' and 'Callee' are both empty: fill in the earlier call, the number as its record shows it, or both");
		}
	},
});
