import type { INode } from 'n8n-workflow';
import type { WorkflowFile } from '../../sandbox/n8n/rest';

/** How large the editor draws a node, in pixels. */
const NODE = 96;
/** The least distance between the corners of two nodes, so that their names can be read. */
const [COLUMN, ROW] = [180, 140];

interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

function boxOf({ position: [left, top], parameters: { width = NODE, height = NODE } }: INode): Box {
	return { left, top, right: left + Number(width), bottom: top + Number(height) };
}

const isApart = (a: Box, b: Box) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
const isAround = (outer: Box, inner: Box) => outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right && outer.bottom >= inner.bottom;

function isTooClose({ position: [x, y] }: INode, { position: [otherX, otherY] }: INode): boolean {
	return Math.abs(x - otherX) < COLUMN && Math.abs(y - otherY) < ROW;
}

/** What somebody would see at once in the editor: nodes that cover one another, and notes that cover parts of a node. */
export function layoutFaults({ nodes }: WorkflowFile): string[] {
	const notes = nodes.filter(({ type }) => type.endsWith('.stickyNote'));
	const others = nodes.filter((node) => !notes.includes(node));
	const close = others.flatMap((node, index) => others.slice(index + 1).filter((other) => isTooClose(node, other)).map((other) => `${node.name} and ${other.name} are too close`));
	const cut = others.flatMap((node) => {
		const cutting = notes.map(boxOf).filter((note) => !isApart(note, boxOf(node)) && !isAround(note, boxOf(node)));
		return cutting.map(() => `a note covers a part of ${node.name}`);
	});
	return [...close, ...cut];
}
