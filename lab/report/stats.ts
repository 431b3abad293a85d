/** The value below which the given share of the values lies; interpolated between neighbors. */
export function quantile(values: number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const position = (sorted.length - 1) * share;
	const below = sorted[Math.floor(position)] ?? Number.NaN;
	const above = sorted[Math.ceil(position)] ?? below;
	return below + (above - below) * (position - Math.floor(position));
}

export function median(values: number[]): number {
	return quantile(values, 0.5);
}

/** The median of the ratios of values that were measured in the same round. */
export function medianRatio(ours: number[], others: number[]): number {
	return median(ours.map((value, round) => value / (others[round] ?? Number.NaN)));
}

/** With three significant digits; whole numbers from 100 up. */
export function rounded(value: number): number {
	if (!Number.isFinite(value) || value === 0) return value;
	return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

/** Rounded, for a table or a plot. */
export function withUnit(value: number, unit: string): string {
	return `${rounded(value).toLocaleString('en')} ${unit}`.trim();
}
