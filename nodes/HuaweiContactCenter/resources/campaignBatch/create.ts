import { text } from '../../../common/action/fields';
import { campaignId, longest } from '../../isales/fields';
import { createAction } from '../../isales/kinds';
import { statusOf, STATUSES } from './fields';

const FORBIDDEN = /[<>!@#$%^&*?;"~/\\]/;

const name = text({
	displayName: 'Name',
	description: 'What the batch is called; no other batch of the campaign has this name',
	example: 'North',
	check: (value) => longest(255)(value) ?? (FORBIDDEN.test(value) ? 'remove the characters < > ! @ # $ % ^ & * ? ; " ~ / \\' : undefined),
});

const status = statusOf('Whether its numbers are called as soon as they are added', 'suspended');

/** Source: "Creating an Outbound Call Batch" (cec_07_0770). */
export const create = createAction({
	operation: 'create',
	name: 'Create',
	action: 'Create campaign batch',
	description: 'Set up a part of a campaign that can be paused and resumed on its own; its numbers are added afterwards',
	effect: 'change',
	result: 'id',
	fields: { campaignId, name, status },
	sends: (values) => ({ method: 'POST', path: `/callbatch/${values.campaignId}/create`, body: { name: values.name, status: STATUSES[values.status as keyof typeof STATUSES] } }),
});
