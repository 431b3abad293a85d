import * as common from '../../common/vendor/tidyJson';

export { isObject, objectOf, objectsIn, type Json, type JsonObject } from '../../common/vendor/tidyJson';

/** Fields in which Baiying sends JSON as a string (depending on platform and year). */
export const JSON_IN_STRING: ReadonlySet<string> = new Set([
	'collectProperties',
	'corpName',
	'data',
	'extra',
	'properties',
	'propertiesMap',
	'resultLabels',
	'smsCondition',
	'transferInfo',
	'userMeanDetail',
	'userProperties',
]);

/** Parses the text of a callback. Throws a SyntaxError when it is not JSON or is nested deeper than 100 levels. */
export function readJson(text: string): common.Json {
	return common.readJson(text, JSON_IN_STRING);
}

/** The same as {@link readJson} for JSON that is already parsed. */
export function tidy(value: common.Json): common.Json {
	return common.tidy(value, JSON_IN_STRING);
}
