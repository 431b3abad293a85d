import { text } from '../../../common/action/fields';
import { phoneNumber } from '../../fields';

export const number = phoneNumber('Number', 'The phone number of the caller', '13720000000');

export const jobId = text({
	displayName: 'Job ID',
	description: 'The ID of a call with the number; needed if the number is masked with asterisks',
	example: 'job-65735740600893440',
});
