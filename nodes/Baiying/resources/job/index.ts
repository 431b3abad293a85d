import type { Resource } from '../../../common/action/resource';
import type { BaiyingClient } from '../../api/client';
import { connectDialing } from '../dialing';
import { create } from './create';
import { deleteJob } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { pause } from './pause';
import { reconcile } from './reconcile';
import { run } from './run';
import { start } from './start';
import { stop } from './stop';
import { update } from './update';

export const job: Resource<BaiyingClient> = {
	name: 'Job',
	value: 'job',
	defaultOperation: 'create',
	connect: connectDialing,
	actions: [create, run, update, start, pause, stop, deleteJob, get, getMany, reconcile],
};
