import { Places, type Place } from '../../../../nodes/common/action/places';

const place = (resource: string, operation: string): Place => ({ resource, operation });

const CALL = ['start', 'hold', 'mute', 'transfer', 'sendDtmfSignaling'].map((operation) => place('call', operation));
const AGENT = ['signIn', 'signOut', 'takeBreak', 'getMany'].map((operation) => place('agent', operation));
const all = [...CALL, ...AGENT, place('group', 'getMany')];
const places = new Places(all);

it.each<[string, Place[], object]>([
	['everywhere', all, {}],
	['for few operations', CALL.slice(0, 2), { show: { operation: ['start', 'hold'] } }],
	['for a whole resource', CALL, { show: { resource: ['call'] } }],
	['for an operation that another resource has too', [place('group', 'getMany')], { show: { resource: ['group'] } }],
	['for most operations of a resource', CALL.slice(1), { show: { operation: ['hold', 'mute', 'transfer', 'sendDtmfSignaling'] } }],
	['for all operations but one', all.slice(1), { hide: { operation: ['start'] } }],
	// To hide getMany would hide that of the other resource as well.
	['for all but one whose name is needed', all.slice(0, -1), { show: { resource: ['call', 'agent'] } }],
	['for all but two whose names are needed', all.slice(1, -1), { show: { resource: ['call', 'agent'], operation: [...CALL.slice(1), ...AGENT].map(({ operation }) => operation) } }],
])('shows a property %s', (_, shown, condition) => {
	expect(places.condition(shown)).toEqual(condition);
});

it('leads out of a collection', () => {
	expect(new Places(CALL).condition(CALL.slice(1), '/')).toEqual({ hide: { '/operation': ['start'] } });
	expect(new Places(CALL).condition(CALL.slice(0, 1), '/')).toEqual({ show: { '/operation': ['start'] } });
});
