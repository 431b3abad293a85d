import { jsonObject, text } from '../../../common/action/fields';

export const context = jsonObject({
	displayName: 'Context',
	description: 'What the summary says, as a JSON object with summaryTitle, summaryContent and keywords, or with the fields of your template',
	example: '{ "summaryTitle": "Refund", "summaryContent": "The customer wants a refund", "keywords": "refund" }',
});

export const ticketId = text({
	displayName: 'Summary ID',
	description: 'The ID that the creation of the summary returned',
	example: 'c58b9719-3bc3-441d-a4d3-fc0309ef7066',
	toFill: 'use the ID that the creation of the summary returned, for example {{ $json.ticketId }}',
});
