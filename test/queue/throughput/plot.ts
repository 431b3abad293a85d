import type { Sample } from './measure';

const WIDTH = 640;
const HEIGHT = 400;
const LEFT = 64;
const RIGHT = 24;
const TOP = 56;
const BOTTOM = 56;
const TICKS = 5;

/** Calls per second over workers, with the ideal, as an SVG that reads on light and dark pages. */
export function plot(samples: Sample[]): string {
	const workers = [...new Set(samples.map((sample) => sample.workers))].sort((a, b) => a - b);
	const highest = Math.max(...samples.flatMap(({ callsPerSecond, idealPerSecond }) => [callsPerSecond, idealPerSecond]));
	const step = niceStep(highest / TICKS);
	const top = Math.ceil(highest / step) * step;
	const x = (count: number) => LEFT + (count / Math.max(...workers)) * (WIDTH - LEFT - RIGHT);
	const y = (value: number) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM);
	const line = (values: Array<[number, number]>) => values.map(([count, value]) => `${x(count)},${round(y(value))}`).join(' ');

	const ideal = workers.map((count): [number, number] => [count, samples.find((sample) => sample.workers === count)?.idealPerSecond ?? 0]);
	const measured = workers.map((count): [number, number] => [count, median(samples.filter((sample) => sample.workers === count))]);
	const grid = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step);
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="13">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
<text x="${LEFT}" y="24" font-size="16" font-weight="600" fill="#1f2933">Calls per second over the number of workers</text>
<text x="${LEFT}" y="43" fill="#52606d">calls one after another in each execution; the vendor answers after 200 ms</text>
${grid.map((value) => `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${round(y(value))}" y2="${round(y(value))}" stroke="#e4e7eb"/><text x="${LEFT - 8}" y="${round(y(value)) + 4}" text-anchor="end" fill="#52606d">${value}</text>`).join('\n')}
${workers.map((count) => `<text x="${x(count)}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle" fill="#52606d">${count}</text>`).join('\n')}
<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 14}" text-anchor="middle" fill="#1f2933">workers</text>
<polyline points="${line(ideal)}" fill="none" stroke="#9aa5b1" stroke-width="2" stroke-dasharray="6 4"/>
<polyline points="${line(measured)}" fill="none" stroke="#1570ef" stroke-width="3"/>
${samples.map(({ workers: count, callsPerSecond }) => `<circle cx="${x(count)}" cy="${round(y(callsPerSecond))}" r="4" fill="#1570ef"/>`).join('\n')}
<text x="${LEFT + 12}" y="${TOP + 18}" fill="#7b8794">- - nothing but the vendor's latency</text>
<text x="${LEFT + 12}" y="${TOP + 38}" fill="#1570ef">— measured (each run a dot, the line their median)</text>
</svg>
`;
}

function median(samples: Sample[]): number {
	const sorted = samples.map(({ callsPerSecond }) => callsPerSecond).sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** 1, 2 or 5 with zeros, not below the wanted step. */
function niceStep(wanted: number): number {
	const power = 10 ** Math.floor(Math.log10(wanted));
	return power * ([1, 2, 5].find((factor) => factor * power >= wanted) ?? 10);
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
