/** Refused by Alibaba Cloud's API gateway, before the call center sees the request. */
export class GatewayError extends Error {
	constructor(
		readonly status: number,
		readonly code: string,
		message: string,
		readonly headers: Record<string, string> = {},
	) {
		super(message);
	}
}

/** Refused by the call center itself. The message is a template; `params` fill its `%s`. */
export class CccError extends Error {
	constructor(
		readonly status: number,
		readonly code: string,
		readonly template: string,
		readonly params: string[],
	) {
		super(params.reduce((text, param) => text.replace('%s', () => param), template));
	}
}

export const blankParameter = (name: string) =>
	new CccError(400, 'Parameter.Blank', 'The parameter %s may not be null or blank.', [name]);

export const tooLarge = (name: string, maximum: string) =>
	new CccError(400, 'Parameter.Maximum', 'The parameter %s may not exceed %s.', [name, maximum]);

export const unknownInstance = (instanceId: string) =>
	new CccError(404, 'NotExists.InstanceId', 'The specified instance %s does not exist.', [instanceId]);

export const unknownJob = (jobId: string) =>
	new CccError(404, 'NotExists.JobId', 'The call %s does not exist.', [jobId]);

export const unknownChannel = (channelId: string, jobId: string) =>
	new CccError(
		404,
		'NotExists.ChannelId',
		'The specified channel %s does not exist in call %s.',
		[channelId, jobId],
	);

export const unknownNumber = (number: string, instanceId: string) =>
	new CccError(
		404,
		'NotExists.Number',
		'The specified number %s does not exist in instance %s.',
		[number, instanceId],
	);

export const unknownUser = (userId: string, instanceId: string) =>
	new CccError(
		404,
		'NotExists.UserId',
		'The specified user %s does not exist in instance %s.',
		[userId, instanceId],
	);

export const unknownContact = (contactId: string) =>
	new CccError(404, 'NotExists.ContactId', 'The contact %s does not exist.', [contactId]);

export const unknownCampaign = (campaignId: string) =>
	new CccError(404, 'NotExists.CampaignId', 'The campaign %s does not exist.', [campaignId]);

export const tooSmall = (name: string, minimum: string) =>
	new CccError(400, 'Parameter.Minimum', 'The parameter %s may not be below %s.', [name, minimum]);

/** The code has been seen in the field; the status has not been published. */
export const callRestricted = (number: string) =>
	new CccError(400, 'OutboundCallRestricted', 'Calls to %s are restricted.', [number]);

/** No code is published for what an agent, a leg or a campaign cannot do in its state; this one is the sandbox's own. */
export const wrongState = (thing: 'Campaign' | 'Channel' | 'Job' | 'User', id: string, state: string) =>
	new CccError(409, `InvalidState.${thing}`, `The ${thing.toLowerCase()} %s cannot do this while it is %s.`, [id, state]);

export const missingParameter = (name: string) =>
	new GatewayError(400, `Missing${name}`, `${name} is mandatory for this action.`);

export const invalidParameter = (name: string) =>
	new GatewayError(400, `Invalid${name}`, `The specified parameter ${name} is not valid.`);
