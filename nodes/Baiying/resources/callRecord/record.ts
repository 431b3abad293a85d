import { completedCall } from '../../callback/call';
import { objectsIn, type JsonObject } from '../../callback/json';

/** Call records in the shape of the trigger's completed calls. */

/** The open platform's answer may lack the object around the call that its callbacks have. */
export function withCall(data: JsonObject): JsonObject {
	return data.sceneInstance || data.callInstance ? data : { ...data, callInstance: data };
}

/** A call in full. */
export function fullCall(data: JsonObject): JsonObject {
	return completedCall(withCall(data));
}

/** A call in a list of calls, which has neither a transcript nor the state of the job. */
export function listedCall(row: JsonObject): JsonObject {
	const taskResult = objectsIn(row.resultList).map((entry) => ({
		...entry,
		resultName: entry.resultName ?? entry.name,
		resultValue: entry.resultValue ?? entry.value,
	}));
	const { transcript: _transcript, jobFinished: _jobFinished, ...call } = completedCall({ callInstance: row, taskResult });
	return call;
}
