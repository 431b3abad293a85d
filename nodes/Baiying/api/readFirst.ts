import { VendorError } from '../../common/vendor/errors';

/** A read that comes before the request of an action. If no answer comes, that request has not been sent. */
export async function readFirst<T>(read: Promise<T>): Promise<T> {
	return await read.catch((error: unknown) => {
		throw error instanceof VendorError && error.failure === 'noAnswer' ? new VendorError({ ...error.details(), failure: 'notSent' }) : error;
	});
}
