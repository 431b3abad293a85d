import { instanceId, mediaType } from '../../fields';
import { objectAction } from '../kinds';
import { description, displayName, name } from './fields';

/** Source: CreateSkillGroup, api.aliyun.com/document/CCC/2020-07-01/CreateSkillGroup. */
export const createSkillGroup = objectAction({
	operation: 'createSkillGroup',
	name: 'Create',
	action: 'Create skill group',
	description: 'Set up a new skill group, which has no agents and no phone numbers at first',
	fields: { instanceId, name, displayName },
	additionalFields: { description, mediaType: mediaType('What the skill group handles; by default calls (audio)') },
});
