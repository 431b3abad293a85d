import type { Fault } from '../../../sandbox/faults';
import type { Vendor } from '../../../sandbox/phones';
import { PlannedFaults } from '../faultPlan';
import type { WeekRequest } from './evidence';

/** Planned faults, and what the vendor saw of each request. */
export class SeenRequests extends PlannedFaults {
	readonly seen: WeekRequest[] = [];

	override strike(vendor: Vendor, operation: string, params: Record<string, string> = {}, sentAt = Number.NaN): Fault | undefined {
		const fault = super.strike(vendor, operation, params);
		const { Callee: phone, Tags: key = '' } = params;
		if (phone !== undefined) this.seen.push({ phone, key, sentAt, struck: this.requests.get(phone)?.at(-1)?.struck ?? 'none' });
		return fault;
	}
}
