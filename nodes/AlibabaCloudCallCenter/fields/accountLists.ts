import type { IDataObject } from 'n8n-workflow';
import { listOf, named } from './lists';

function placed({ number, city, province, usage }: IDataObject) {
	// A number that can only be called can't be the one that calls.
	if (usage === 'Inbound') return undefined;
	return named([province, city].filter(Boolean).join(' '), number);
}

export const instances = listOf({ name: 'searchInstances', action: 'ListInstances', item: ({ id, name }) => named(name, id) });

/** The instance's numbers; an access key that may not list those gets the numbers it may call out with itself. */
export const brokers = listOf({ name: 'searchBrokers', action: 'ListPhoneNumbers', otherwise: 'ListOutboundNumbersOfUser', item: placed });

export const contactFlows = listOf({
	name: 'searchContactFlows',
	action: 'ListContactFlows',
	item: ({ contactFlowId, name }) => named(name, contactFlowId),
});

export const skillGroups = listOf({
	name: 'searchSkillGroups',
	action: 'ListSkillGroups',
	item: ({ skillGroupId, skillGroupName, displayName }) => named(displayName ?? skillGroupName, skillGroupId),
});

export const users = listOf({
	name: 'searchUsers',
	action: 'ListUsers',
	item: ({ userId, displayName, loginName }) => named(displayName ?? loginName, userId),
});

export const campaigns = listOf({ name: 'searchCampaigns', action: 'ListCampaigns', item: ({ campaignId, name }) => named(name, campaignId) });

/** All numbers of the instance, also those that can only be called. */
export const phoneNumbers = listOf({
	name: 'searchPhoneNumbers',
	action: 'ListPhoneNumbers',
	item: ({ number, city, province }) => named([province, city].filter(Boolean).join(' '), number),
});

export const contactFlowDrafts = listOf({
	name: 'searchContactFlowDrafts',
	action: 'ListContactFlows',
	item: ({ draftId, name }) => named(name, draftId),
});

export const roles = listOf({ name: 'searchRoles', action: 'ListRoles', item: ({ name, roleId }) => named(name, roleId) });

/** Of the agent that the node names, or of the one who belongs to the access key. */
export const devices = listOf({
	name: 'searchDevices',
	action: 'ListDevices',
	narrowedBy: ['userId'],
	item: ({ deviceId, deviceType }) => named(deviceType, deviceId),
});

export const ticketTemplates = listOf({
	name: 'searchTicketTemplates',
	action: 'ListTicketTemplates',
	item: ({ templateId, name }) => named(name, templateId),
});
