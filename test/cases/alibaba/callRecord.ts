import { byId, INSTANCE, type Case } from './case';
import { endedCall, once, releasedCall, surveyedCall } from './given';

const JOB = 'job-65735740600893440';
const SUMMARY = '{ "summaryTitle": "Refund", "summaryContent": "The customer wants a refund", "keywords": "refund" }';

export const callRecord: Case[] = [
	{
		operation: 'listCallDetailRecordsV2',
		given: endedCall,
		parameters: { instanceId: INSTANCE, returnAll: false, limit: 1, additionalFields: { contactTypeList: ['BACK2BACK'], calledNumber: '13720000000', sortOrder: 'ASC' } },
		sends: {
			InstanceId: 'ccc-test',
			CalledNumber: '13720000000',
			ContactTypeList: '["BACK2BACK"]',
			OrderByField: 'startTime',
			SortOrder: 'ASC',
			PageNumber: '1',
			PageSize: '1',
		},
		returns: { contactType: 'BACK2BACK', calledNumber: '13720000000', callResult: 'answered', tryAgain: 'never' },
	},
	{
		operation: 'getCallDetailRecord',
		given: endedCall,
		parameters: { instanceId: INSTANCE, contactId: '={{ $json.jobId }}', simplify: true },
		sends: ({ jobId }) => ({ InstanceId: 'ccc-test', ContactId: jobId }),
		returns: { jobId: expect.any(String), instanceId: 'ccc-test', releasedAt: expect.any(String), disposition: 'success', callResult: 'answered', tryAgain: 'never' },
	},
	{
		operation: 'listRecentCallDetailRecords',
		given: endedCall,
		parameters: {
			instanceId: INSTANCE,
			returnAll: false,
			limit: 1,
			simplify: true,
			filters: {
				calledNumber: '13720000000',
				callingNumber: '13918140000',
				phoneNumber: '1372',
				startTime: '2026-01-02T00:00:00Z',
				endTime: '2096-01-03T00:00:00Z',
			},
		},
		sends: {
			InstanceId: 'ccc-test',
			Criteria: '{"phoneNumber":"1372","callingNumber":"13918140000","calledNumber":"13720000000"}',
			StartTime: '1767312000000',
			EndTime: String(Date.parse('2096-01-03T00:00:00Z')),
			PageNumber: '1',
			PageSize: '1',
		},
		returns: { jobId: expect.any(String), instanceId: 'ccc-test', startedAt: expect.any(String) },
	},
	{
		operation: 'listRecentCallDetailRecords',
		given: once(releasedCall),
		parameters: { instanceId: INSTANCE, returnAll: true, simplify: false },
		sends: { InstanceId: 'ccc-test', PageNumber: '1', PageSize: '100' },
		returns: { contactId: expect.any(String), callResult: 'answered', tryAgain: 'never' },
	},
	{
		operation: 'getConversationDetail',
		parameters: { instanceId: INSTANCE, contactId: JOB, simplify: true, additionalFields: { agentId: byId('agent@ccc-test') } },
		sends: { InstanceId: 'ccc-test', ContactId: JOB, AgentId: 'agent@ccc-test' },
		returns: { phrases: [{ speaker: 'Role', words: 'Words', startMs: 1, endMs: 1 }] },
	},
	{
		operation: 'analyzeConversation',
		parameters: {
			instanceId: INSTANCE,
			contactId: JOB,
			tasks: ['fields'],
			additionalFields: { fields: '[{ "code": "OrderNo", "name": "订单号", "description": "订单号" }]' },
		},
		sends: {
			InstanceId: 'ccc-test',
			ContactId: JOB,
			TaskListJson: '["fields"]',
			FieldListJson: '[{ "code": "OrderNo", "name": "订单号", "description": "订单号" }]',
		},
		returns: { analysis: expect.any(String) },
	},
	{
		operation: 'getIvrTrackingSummary',
		parameters: { instanceId: INSTANCE, contactId: '={{ "job-489361145506897920" }}' },
		sends: { InstanceId: 'ccc-test', ContactId: 'job-489361145506897920' },
		returns: { summary: expect.any(String) },
	},
	{
		operation: 'listIvrTrackingDetails',
		given: surveyedCall,
		parameters: { instanceId: INSTANCE, contactId: '={{ $json.jobId }}', returnAll: false, limit: 1, simplify: true },
		sends: ({ jobId }) => ({ InstanceId: 'ccc-test', ContactId: jobId, PageNumber: '1', PageSize: '1' }),
		returns: { nodeName: 'Question', nodeType: 'Menu', exitCode: 'Next', enteredAt: expect.stringMatching(/Z$/), variables: expect.any(Object) },
	},
	{
		operation: 'createCallSummary',
		parameters: { instanceId: INSTANCE, contactId: JOB, context: SUMMARY, additionalFields: { customerId: '51e155ce-3747-4f21-b402-13c69597b920' } },
		sends: { InstanceId: 'ccc-test', ContactId: JOB, Context: SUMMARY, CustomerId: '51e155ce-3747-4f21-b402-13c69597b920' },
		returns: { ticketId: expect.any(String) },
	},
	{
		operation: 'updateCallSummary',
		parameters: { instanceId: INSTANCE, ticketId: 'c58b9719-3bc3-441d-a4d3-fc0309ef7066', context: SUMMARY },
		sends: { InstanceId: 'ccc-test', TicketId: 'c58b9719-3bc3-441d-a4d3-fc0309ef7066', Context: SUMMARY },
		returns: { success: true, requestId: expect.any(String) },
	},
	{
		operation: 'listCallSummaries',
		parameters: { instanceId: INSTANCE, contactIds: `={{ ["${JOB}", "job-2"] }}`, simplify: true },
		sends: { InstanceId: 'ccc-test', ContactIdList: `["${JOB}","job-2"]` },
		returns: { ticketId: expect.any(String), jobId: expect.any(String), createdAt: '2026-01-02T03:04:05.000Z' },
	},
];
