import { svgOf } from '../../bench/svg';

const bars = [
	{ label: 'n8n <Webhook> & co', value: 50 },
	{ label: 'The pack', value: 25, ours: true },
];

test('bars are as long as their values, and texts are escaped', () => {
	const svg = svgOf({ kind: 'bars', file: 'x', title: 'Time', unit: 'ms', bars });
	const widths = [...svg.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
	expect(widths).toHaveLength(2);
	expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(2, 1);
	expect(svg).toContain('n8n &lt;Webhook&gt; &amp; co');
	expect(svg).toContain('>25 ms<');
});

test('a mark beyond all bars sets the scale', () => {
	const svg = svgOf({ kind: 'bars', file: 'x', title: 'Time', unit: 'ms', bars, mark: { label: 'limit', value: 100 } });
	const [first] = [...svg.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
	const limit = Number(/<line x1="([\d.]+)"/.exec(svg)?.[1]);
	expect(limit - 290).toBeCloseTo(2 * (first ?? 0), 0);
});

test('a line goes up where its values do', () => {
	const svg = svgOf({
		kind: 'lines',
		file: 'x',
		title: 'Requests',
		x: 's',
		y: 'requests',
		lines: [{ label: 'taken', ours: true, points: [[0, 0], [1, 10], [2, 20]] }],
	});
	const [, points = ''] = /<polyline points="([^"]+)"/.exec(svg) ?? [];
	const heights = points.split(' ').map((point) => Number(point.split(',')[1]));
	expect(heights[0]).toBeGreaterThan(heights[1] ?? 0);
	expect((heights[0] ?? 0) - (heights[2] ?? 0)).toBeCloseTo(2 * ((heights[0] ?? 0) - (heights[1] ?? 0)), 0);
	expect(svg).not.toContain('NaN');
});
