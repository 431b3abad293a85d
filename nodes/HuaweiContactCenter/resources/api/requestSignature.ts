import type { IExecuteFunctions } from 'n8n-workflow';
import type { Connection } from '../../../common/action/resource';
import { CREDENTIAL } from '../../isales/account';
import { anyAnswerOf } from '../../isales/answer';
import { paceOf } from '../../isales/client';
import { sendSigned } from '../../isales/send';
import type { ApiClient, ApiRequest } from './apiClient';

/** Source: "C2" (cec_07_0001). */
export async function sendWithSignature(context: IExecuteFunctions): Promise<Connection<ApiClient>> {
	const { timeoutMs, ...pace } = paceOf(context);
	const credentials = await context.getCredentials(CREDENTIAL);
	const send = async (request: ApiRequest) => anyAnswerOf(await sendSigned(context, credentials, { ...request, timeoutMs }));
	return { client: { send }, ...pace };
}
