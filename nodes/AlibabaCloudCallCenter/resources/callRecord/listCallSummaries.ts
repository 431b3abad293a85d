import type { IDataObject } from 'n8n-workflow';
import { textList } from '../../../common/action/fields';
import { fromJsonText } from '../../api/response';
import { instanceId } from '../../fields';
import { listAction, time } from '../kinds';

const contactIds = textList({
	displayName: 'Job IDs',
	description: 'The calls whose summaries to get. Separate several IDs with commas.',
	example: 'job-65735740600893440, job-65735740600893441',
	toFill: 'use the job IDs of the calls, for example {{ $json.jobId }}',
});

/** One of the fields that every summary has; they are in a JSON text with much else. */
function written(name: string): (row: IDataObject) => unknown {
	return ({ context }) => {
		const fields = fromJsonText(context);
		return typeof fields === 'object' && fields !== null ? (fields as IDataObject)[name] : undefined;
	};
}

/** Source: ListCallSummaries, api.aliyun.com/document/CCC/2020-07-01/ListCallSummaries. */
export const listCallSummaries = listAction({
	operation: 'listCallSummaries',
	name: 'Get Many Summaries',
	action: 'Get many summaries of call records',
	description: 'Get what was noted down about calls, by agents or by a workflow',
	fields: { instanceId, contactIds },
	short: {
		ticketId: 'ticketId',
		jobId: 'contactId',
		title: written('summaryTitle'),
		content: written('summaryContent'),
		keywords: written('keywords'),
		creator: 'creator',
		editor: 'editor',
		createdAt: time('createdTime'),
	},
});
