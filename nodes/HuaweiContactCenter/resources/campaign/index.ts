import type { Resource } from '../../../common/action/resource';
import { connectISales, type ISalesClient } from '../../isales/client';
import { create } from './create';
import { deleteCampaign } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { getRetryPolicy } from './getRetryPolicy';
import { pause } from './pause';
import { resume } from './resume';
import { setRetryPolicy } from './setRetryPolicy';
import { update } from './update';

export const campaign: Resource<ISalesClient> = {
	name: 'Campaign',
	value: 'campaign',
	defaultOperation: 'create',
	connect: connectISales,
	actions: [create, update, get, getMany, pause, resume, deleteCampaign, setRetryPolicy, getRetryPolicy],
};
