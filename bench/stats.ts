/** The value below which the given share of the values lies; interpolated between neighbours. */
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

/** The median of the ratios of values that were measured side by side, round by round. */
export function medianRatio(ours: number[], others: number[]): number {
	return median(ours.map((value, round) => value / (others[round] ?? Number.NaN)));
}

/** With three significant digits, as far as they say something. */
export function rounded(value: number): number {
	if (!Number.isFinite(value) || value === 0) return value;
	return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
