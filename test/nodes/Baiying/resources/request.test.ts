import { request } from '../../../../nodes/Baiying/resources/api/request';

it.each([
	[{ apiMethod: 'byai.openapi.calljob.list' }, 'read'],
	[{ apiMethod: 'byai.openapi.calljob.create' }, 'change'],
	[{ apiMethod: 'byai.openapi.calljob.execute' }, 'dial'],
	[{ apiMethod: 'byai.openapi.something.new' }, 'dial'],
	[{ httpMethod: 'GET', path: '/task/getTasks' }, 'read'],
	[{ httpMethod: 'GET', path: '/openapi/v1/task/getTasks' }, 'read'],
	[{ httpMethod: 'POST', path: '/openapi/v2/task/importTaskCustomer' }, 'dial'],
	[{ httpMethod: 'POST', path: '/task/getTasks' }, 'dial'],
	[{ httpMethod: 'POST', path: '/task/call' }, 'dial'],
])('%j counts as %s', (values, effect) => {
	expect(request.effectFor(values)).toBe(effect);
});
