import { agentDayFindings, gapsIn } from '../../../lab/reliability/agentDayFindings';

const at = (ms: number) => new Date(ms).toISOString();
const gap = (from: number, to: number) => `Events of agent 291 between ${at(from)} and ${at(to)} may be missing, because …`;
const GIVEN = { hours: 1, speed: 60, restarts: 1, takeOvers: 0, signIns: 2, mostPollsAtOnce: 1, pollsLeaked: 0, seconds: 60 };
const told = (...times: number[]) => times.map((time) => ({ at: time, isKept: true }));

test('the gaps of the reports that state one', () => {
	expect(gapsIn([gap(1000, 2000), 'Somebody else has signed in'])).toEqual([{ from: 1000, to: 2000 }]);
});

test('what is missing outside a stated gap counts against the trigger', () => {
	const evidence = { ...GIVEN, told: told(500, 1500, 2500, 3500), heard: [0, 3], reports: [gap(1000, 2000)] };
	expect(agentDayFindings(evidence)).toMatchObject({ events: 4, heardOnce: 2, missingInStatedGap: 1, missingUnstated: 1, gapsStated: 1, gapMinutes: 1 });
});

test('a second run and a wrong order count', () => {
	const evidence = { ...GIVEN, told: told(1, 2, 3), heard: [1, 0, 0, 2], reports: [] };
	expect(agentDayFindings(evidence)).toMatchObject({ heardOnce: 3, heardTwice: 1, outOfOrder: 1, missingUnstated: 0 });
});
