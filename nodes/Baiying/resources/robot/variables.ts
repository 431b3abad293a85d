import { VendorError } from '../../../common/vendor/errors';
import type { BaiyingClient } from '../../api/client';
import { ROBOTS } from '../../api/operationNames';
import { objectOf, type Json } from '../../callback/json';
import { text } from '../../callback/values';
import { rowsOf } from '../rows';

/** A list of names, or of lists whose first entry is the name. */
function namesIn(data: Json): string[] {
	const list = Array.isArray(data) ? data : objectOf(data).variables;
	const entries = Array.isArray(list) ? list : [];
	return entries.flatMap((entry) => text(Array.isArray(entry) ? entry[0] : entry) ?? []);
}

/** The older API asks for the scene of the robot's script. */
async function sceneOf(client: BaiyingClient, companyId: string | undefined, robotDefId: string): Promise<string> {
	const { data } = await client.send(ROBOTS, { companyId });
	const scene = text(rowsOf(data).find((row) => text(row.robotDefId) === robotDefId)?.sceneDefId);
	if (scene !== null) return scene;
	const message = `The company has no robot ${robotDefId}. Choose the robot from the list`;
	throw new VendorError({ failure: 'refused', code: 'NoSuchRobot', message });
}

/** The names of the variables in a robot's script, which each imported customer has values for. */
export async function variablesOf(client: BaiyingClient, companyId: string | undefined, robotDefId: string): Promise<string[]> {
	const asked = client.api === 'hmac' ? { companyId, sceneDefId: await sceneOf(client, companyId, robotDefId) } : { companyId, robotDefId };
	const { data } = await client.send({ openPlatform: 'byai.openapi.company.scenevariables.get', hmac: '/task/getSceneVariables' }, asked);
	return namesIn(data);
}
