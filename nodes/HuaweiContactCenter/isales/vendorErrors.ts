import { VendorError, type Failure } from '../../common/vendor/errors';
import { vendorId, vendorText } from '../../common/vendor/vendorText';

export const SUCCESS = '0200000';

/** What the pages of CC-iSales say about its codes, and what to do. */
const MEANINGS = new Map([
	['0200001', 'The contact center did not accept the value of a field. Its message says which; correct the value'],
	['0200006', 'The database of the contact center failed'],
	['0200007', 'The campaign does not exist (anymore). Check its ID'],
	['0200011', 'The state of the campaign does not allow this. Only a running campaign can be paused, and only a paused one resumed'],
	['0200033', "There is no such call in the campaign. Check 'Data ID', which Add Numbers returned"],
	['0200034', "The sub-status does not belong to this business result. Check 'Sub-Status'"],
	['0200999', 'The contact center could not store the business result'],
	['02000001', 'A field is empty that the contact center needs. Its message says which'],
	['02000002', 'A field holds characters that the contact center does not take. Its message says which'],
	['02000011', 'There are too many entries in one request. Its message says where'],
	['02000012', 'This group or type of the block list does not exist'],
	['03000002', 'The state of the campaign does not allow this batch. It must be a draft, running, paused or finished'],
	['03000004', "There is no such batch in the campaign. Check 'Batch ID'"],
	['03000006', 'The batch is paused already'],
	['04000001', "The contact center did not accept the time. Check 'Appoint Time'"],
	['04000002', "The contact center did not accept the number. Check 'Called Number'"],
]);

/** These codes say that something failed on the way; any other code of iSales says that nothing was done. */
const UNCLEAR = new Set(['0200006', '0200999']);
const ISALES_CODE = /^0\d{6,7}$/;

export interface Said {
	code: string;
	/** The vendor's words. */
	said?: string;
	status: number;
}

function failureOf({ code, status }: Said): Failure {
	if (status >= 500 || UNCLEAR.has(code)) return 'noAnswer';
	return ISALES_CODE.test(code) ? 'refused' : 'noAnswer';
}

/**
 * The error for what the vendor said.
 *
 * @param secrets what must not be shown if the vendor repeats it
 */
export function refusal(given: Said, secrets: string[]): VendorError {
	const { code, said, status } = given;
	const vendorMessage = said === undefined ? undefined : vendorText(said, secrets);
	const shownCode = vendorId(code, secrets);
	const failure = failureOf(given);
	const verdict = failure === 'refused' ? 'refused the request' : 'answered with an unclear code';
	const message = MEANINGS.get(code) ?? `The contact center ${verdict}: ${vendorMessage ?? shownCode}`;
	return new VendorError({ failure, code: shownCode, message, vendorMessage, httpStatus: status });
}
