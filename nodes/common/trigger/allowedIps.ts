import { isInRanges, malformedRange } from './addresses';
import type { Refusal } from './refusal';

/** Why the list admits no address at all, as a sentence; undefined when it is in order. */
export function addressListFault(allowedIps: string[] | undefined): string | undefined {
	if (!allowedIps) return undefined;
	if (allowedIps.length === 0) {
		return "The option 'Allowed IPs' is empty, so the trigger refuses every callback. List addresses or ranges, or remove the option";
	}
	const malformed = malformedRange(allowedIps);
	return malformed === undefined
		? undefined
		: `The option 'Allowed IPs' contains "${malformed}", which is neither an IP address nor a CIDR range such as 42.192.127.32/27`;
}

/** @param allowedIps undefined: any address may send callbacks */
export function refuseAddress(address: string | undefined, allowedIps: string[] | undefined): Refusal | undefined {
	if (!allowedIps) return undefined;
	const fault = addressListFault(allowedIps);
	if (fault !== undefined) return { status: 403, reason: fault };
	if (address !== undefined && isInRanges(address, allowedIps)) return undefined;
	return { status: 403, reason: `The address ${address ?? '(unknown)'} may not send callbacks` };
}
