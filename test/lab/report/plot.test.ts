import { svgOf } from '../../../lab/report/plot';

test('bars are as long as their values, and texts are escaped', async () => {
	const bars = [
		{ label: 'n8n <Webhook> & co', value: 50 },
		{ label: 'The pack', value: 25, ours: true },
	];
	const svg = await svgOf({ kind: 'bars', file: 'x', title: 'Time', unit: 'ms', bars });
	const widths = [...svg.matchAll(/aria-roledescription="bar" d="M0,[\d.]+h([\d.]+)/g)].map(([, width]) => Number(width));
	expect(widths).toHaveLength(2);
	expect(widths[0]).toBeCloseTo(2 * (widths[1] ?? 0), 1);
	expect(svg).toContain('>n8n &lt;Webhook&gt; &amp; co</text>');
	expect(svg).toContain('>25 ms</text>');
});

test('a line chart names its axes and lines, and its mark is one of them', async () => {
	const svg = await svgOf({
		kind: 'lines',
		file: 'x',
		title: 'Requests',
		x: 'seconds',
		y: 'requests',
		lines: [{ label: 'taken', ours: true, points: [[0, 0], [1, 10], [2, 20]] }],
		mark: { label: 'limit', value: 15 },
	});
	for (const text of ['Requests', 'seconds', 'requests', 'taken', 'limit']) expect(svg).toContain(`>${text}</text>`);
	const paths = [...svg.matchAll(/aria-roledescription="line mark" d="([^"]+)"/g)].map(([, path]) => path);
	expect(paths).toEqual(['M0,260L300,130L600,0', 'M0,65L600,65']);
});
