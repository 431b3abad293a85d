import type { JsonObject } from '../../../../nodes/Baiying/callback/json';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type FixtureName =
	| 'callRecord'
	| 'jobStatus'
	| 'intentionChange'
	| 'inboundCall'
	| 'openCallRecord'
	| 'openJobStatus';

/** A callback as Baiying's pages print it, byte for byte. */
export function fixtureText(name: FixtureName): string {
	return readFileSync(join(__dirname, '../../../fixtures/baiying', `${name}.json`), 'utf8');
}

export function fixture(name: FixtureName): JsonObject {
	return JSON.parse(fixtureText(name)) as JsonObject;
}

/** The inner `data` of a fresh copy of the fixture, to be changed. */
export function inner(body: JsonObject): JsonObject {
	return (body.data as JsonObject).data as JsonObject;
}
