import type { IDataObject, IExecuteFunctions, IN8nHttpFullResponse } from 'n8n-workflow';
import type { Connection } from '../../../common/action/resource';
import { parsedJson, quoteLongIntegers } from '../../../common/vendor/json';
import { answerOf, codeIn, statusError, type Asked } from '../../aicc/answer';
import { connectAicc } from '../../aicc/connect';
import { QUERY } from '../../aicc/meanings';
import { objectOf } from '../../aicc/values';
import type { ApiClient, ApiRequest } from './apiClient';

/** The answer as an item. A result code of failure is a refusal; an answer without one is returned as it is. */
function itemOf(response: IN8nHttpFullResponse, asked: Asked, mayAct: boolean): IDataObject {
	const failed = statusError(response, asked);
	if (failed) throw failed;
	const text = String(response.body ?? '');
	const body = parsedJson(quoteLongIntegers(text));
	if (codeIn(objectOf(body)) !== undefined) return answerOf(response, { ...asked, meanings: QUERY, mayAct });
	const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
	return isObject ? (body as IDataObject) : { data: (body ?? text) as IDataObject };
}

/** Source: "C1" (cec_07_0001). */
export async function sendWithAppKey(context: IExecuteFunctions): Promise<Connection<ApiClient>> {
	const { client, ...pace } = await connectAicc(context);
	const send = async ({ method, path, query, body }: ApiRequest) => {
		const response = await client.exchange({ method, path, query, body });
		return itemOf(response, client.asked(), method !== 'GET');
	};
	return { client: { send }, ...pace };
}
