import type { Action } from '../../../nodes/common/action/action';
import type { CccClient } from '../../../nodes/AlibabaCloudCallCenter/api/transport';
import { analyzeConversation } from '../../../nodes/AlibabaCloudCallCenter/resources/callRecord/analyzeConversation';
import { getCallDetailRecord } from '../../../nodes/AlibabaCloudCallCenter/resources/callRecord/getCallDetailRecord';
import { getConversationDetail } from '../../../nodes/AlibabaCloudCallCenter/resources/callRecord/getConversationDetail';
import { listCallSummaries } from '../../../nodes/AlibabaCloudCallCenter/resources/callRecord/listCallSummaries';
import { listNotificationRecords } from '../../../nodes/AlibabaCloudCallCenter/resources/notification/listNotificationRecords';
import { getTicket } from '../../../nodes/AlibabaCloudCallCenter/resources/ticket/getTicket';

/** What comes out of an answer with this data. */
async function outputOf(action: Action<CccClient>, data: unknown) {
	const { results } = await action.perform(async () => ({ data }), {}, { simplify: true, timeZone: 'Asia/Shanghai' });
	return results;
}

it('names the speakers of a conversation in English, and leaves others as they are', async () => {
	const Phrases = [
		{ Identity: 'agent@ccc-test', Role: '客服', Begin: 240, End: 1280, Words: '您好' },
		{ Identity: '', Role: '客户', Begin: '1300', End: '2000', Words: '退款' },
		{ Role: '机器人', Begin: 2100, End: 2200, Words: '好' },
	];
	expect(await outputOf(getConversationDetail, { Phrases })).toEqual([
		{
			phrases: [
				{ speaker: 'agent', words: '您好', startMs: 240, endMs: 1280 },
				{ speaker: 'customer', words: '退款', startMs: 1300, endMs: 2000 },
				{ speaker: '机器人', words: '好', startMs: 2100, endMs: 2200 },
			],
		},
	]);
});

it('returns an empty conversation as one without phrases', async () => {
	expect(await outputOf(getConversationDetail, undefined)).toEqual([{ phrases: [] }]);
});

// Both forms are on the pages of AnalyzeConversation.
it.each([[{ 订单号: '1234', OrderNo: '42' }], ['{ "订单号": "1234", "OrderNo": "42" }']])('keeps the names that were asked for in an analysis: %p', async (data) => {
	expect(await outputOf(analyzeConversation, data)).toEqual([{ analysis: { 订单号: '1234', OrderNo: '42' } }]);
});

it.each(['The customer wants a refund', '1234'])('leaves the text %p of an analysis as it is', async (text) => {
	expect(await outputOf(analyzeConversation, text)).toEqual([{ analysis: text }]);
});

it('takes what a summary says out of its context', async () => {
	const Context = '{ "_sys_field_config": [], "summaryTitle": "测试会话小结", "summaryContent": "小结内容", "keywords": ["标签1"] }';
	const rows = [
		{ TicketId: 'ac0dd304', ContactId: 'job-1', Context, CreatedTime: '1767323045000', Creator: 'agent@ccc-test' },
		{ TicketId: 'ac0dd305', ContactId: 'job-2', Context: 'no JSON' },
	];
	expect(await outputOf(listCallSummaries, rows)).toEqual([
		{
			ticketId: 'ac0dd304',
			jobId: 'job-1',
			title: '测试会话小结',
			content: '小结内容',
			keywords: ['标签1'],
			creator: 'agent@ccc-test',
			createdAt: '2026-01-02T03:04:05.000Z',
		},
		{ ticketId: 'ac0dd305', jobId: 'job-2' },
	]);
});

it('returns the fields of a ticket by the names that an update takes', async () => {
	expect(await outputOf(getTicket, { TicketId: 't-1', Context: '{"ProductName":"商品A","caller":"1"}' })).toEqual([
		{ ticketId: 't-1', context: { ProductName: '商品A', caller: '1' } },
	]);
});

it('returns an event with names that expressions can read', async () => {
	const Content = '{"eventType":"Dialing","contactId":"job-1","caller":"01021570000","callee":"13720000000"}';
	expect(await outputOf(listNotificationRecords, [{ NotificationKey: 'job-1', NotificationType: 'Dialing', Content }])).toEqual([
		{
			notificationType: 'Dialing',
			notificationKey: 'job-1',
			content: { eventType: 'Dialing', contactId: 'job-1', callerNumber: '01021570000', calleeNumber: '13720000000' },
		},
	]);
});

it('finds the satisfaction rate under the name that a single record has for it', async () => {
	const data = { ContactId: 'job-1', Satisfaction: 5, SatisfactionSurveyOffered: true, SatisfactionSurveyChannel: 'IVR' };
	expect(await outputOf(getCallDetailRecord, data)).toEqual([{ jobId: 'job-1', satisfaction: { channel: 'IVR', rate: 5 } }]);
});
