/** Refused by CC-iSales, which says so in the body of an answer with HTTP 200. */
export class ISalesError extends Error {
	constructor(
		readonly code: string,
		message: string,
		readonly status = 200,
	) {
		super(message);
	}
}

export const parameterError = (text: string) => new ISalesError('0200001', text);
export const emptyError = (name: string) => new ISalesError('02000001', `${name} is empty`);
export const campaignGone = () => new ISalesError('0200007', 'The outbound call task does not exist');
export const stateForbids = () => new ISalesError('0200011', 'The state of the outbound call task does not allow the operation');
