import { analyzeConversation } from '../../../nodes/AlibabaCloudCallCenter/resources/callRecord/analyzeConversation';

const WANTED = '[{ "code": "OrderNo", "name": "Order number" }]';

function read(tasks: string[], additional: object = {}) {
	const raw = { instanceId: 'ccc-test', contactId: 'job-1', tasks };
	return () => analyzeConversation.read((name) => raw[name as keyof typeof raw], { ...additional });
}

it.each([[['summary', 'title']], [['keywords']], [['title']]])('takes the tasks %p', (tasks) => {
	expect(read(tasks)()).toMatchObject({ tasks });
});

it.each([[['summary', 'keywords']], [['fields', 'title']]])('refuses the tasks %p in one request', (tasks) => {
	expect(read(tasks, { fields: WANTED })).toThrow(/only Summary and Title go together/);
});

it('wants to know which fields to look for', () => {
	expect(read(['fields'])).toThrow("'Fields' is empty");
	expect(read(['fields'], { fields: WANTED })()).toMatchObject({ fields: WANTED });
});
