/** What a campaign will take, if every customer answers and each call lasts a minute. */
export interface Estimate {
	minutes: number;
	/** Null if the prices are not known. */
	cost: number | null;
	/** For the user. */
	text: string;
}

interface Basis {
	/** With different numbers. */
	customers: number;
	items: number;
	seats: number;
	/** Of the line and the robot, in the vendor's own unit, which is taken as that of a minute. */
	linePrice: number | null;
	robotPrice: number | null;
	seatsNote: string;
}

function duration(minutes: number): string {
	if (minutes < 120) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
	return `${Math.round(minutes / 60)} hours`;
}

function costOf({ customers, linePrice, robotPrice }: Basis): number | null {
	if (linePrice === null || robotPrice === null) return null;
	return Math.round(customers * (linePrice + robotPrice) * 100) / 100;
}

/** Baiying charges by the minute, and doesn't say how long calls will be. */
export function estimated(basis: Basis): Estimate {
	const { customers, items, seats, linePrice, robotPrice, seatsNote } = basis;
	const minutes = Math.ceil(customers / seats);
	const cost = costOf(basis);
	const spoken = `If each call lasts a minute, ${customers} ${customers === 1 ? 'customer' : 'customers'} with ${seats} ${seats === 1 ? 'seat' : 'seats'} take about ${duration(minutes)}`;
	const charged = cost === null ? '' : ` and cost about ${cost} (line ${linePrice}, robot ${robotPrice} per minute)`;
	const repeated = items > customers ? `${items - customers} of the items have the number of an earlier one and are not called again.` : '';
	return { minutes, cost, text: [`${spoken}${charged}.`, repeated, seatsNote].filter(Boolean).join(' ') };
}
