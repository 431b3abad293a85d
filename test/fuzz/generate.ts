import type { Random } from '../../reliability/random';
import { fixture, type FixtureName } from '../nodes/Baiying/support/fixtures';
import { ENCODINGS, type Body, type Piece } from './body';
import { hostileValue } from './hostile';
import { otherStyle, PLAIN, placesIn, treeOf, write, type Place, type Tree } from './tree';

const LARGEST = 1_000_000;
const SAMPLES: readonly [FixtureName, ...FixtureName[]] = ['callRecord', 'jobStatus', 'intentionChange', 'inboundCall', 'openCallRecord', 'openJobStatus'];
const NEW_KEYS = ['__proto__', 'constructor', 'sign', 'dateTime', 'toJSON', 'data', 'dataType', 'callbackType', 'callInstance', 'phoneLog', 'extra', 'length'] as const;

/** Fields in which the trigger looks for a number, a time, a grade, a list or JSON. */
const READ = new Set([
	'artificialChanged', 'artificialResultValue', 'chatRound', 'companyId', 'data', 'dataType', 'duration', 'endTime', 'extra', 'finishStatus', 'hangUp', 'phoneLog',
	'phoneLogs', 'resultLabels', 'resultName', 'resultValue', 'resultValueAlias', 'sceneInstance', 'sceneInstanceId', 'speaker', 'startTime', 'status', 'taskResult',
	'updateTime',
]);

function somePlace(random: Random, tree: Tree): Place | undefined {
	const places = placesIn(tree);
	const read = places.filter(({ key }) => READ.has(key));
	return random.pick(read.length > 0 && random.chance(0.6) ? read : places);
}

/** A callback of the vendor's pages in which a few values are hostile. */
function spoiltSample(random: Random): Tree {
	const tree = treeOf(fixture(random.pick(SAMPLES)));
	for (let changes = random.whole(1, 3); changes > 0; changes--) {
		const place = somePlace(random, tree);
		if (!place) return tree;
		const value = hostileValue(random, random.anySize(LARGEST));
		if ('members' in place.tree && random.chance(0.5)) place.tree.members.push([random.pick(NEW_KEYS), value]);
		else place.replace(random.chance(0.1) ? { list: [place.tree, value] } : value);
	}
	return tree;
}

/** What happens to text on bad roads. */
const ROADS: ReadonlyArray<(pieces: Piece[], random: Random) => Piece[]> = [
	(pieces) => ['\uFEFF', ...pieces],
	(pieces) => ['\uFEFF\uFEFF', ...pieces],
	(pieces) => [{ hex: 'fffe' }, ...pieces],
	(pieces, random) => pieces.slice(0, random.whole(0, pieces.length)),
	(pieces, random) => {
		const cut = random.whole(0, pieces.length - 1);
		const piece = pieces[cut];
		return [...pieces.slice(0, cut), typeof piece === 'string' ? piece.slice(0, random.whole(0, piece.length)) : ''];
	},
	(pieces, random) => {
		const at = random.whole(0, pieces.length);
		return [...pieces.slice(0, at), { hex: random.pick(['ff', 'c0af', 'eda080', '00', 'f0808080', '1f8b08', '80'] as const) }, ...pieces.slice(at)];
	},
	(pieces, random) => [{ repeat: random.pick([' ', '\n', '\t', '\u00a0'] as const), times: random.anySize(LARGEST) }, ...pieces],
	(pieces, random) => [...pieces, { repeat: random.pick([' ', '\n', '\t', '\0', '}'] as const), times: random.anySize(LARGEST) }],
	(pieces) => [...pieces, ...pieces],
	(pieces) => ['data=', ...pieces],
	(pieces) => ['<?xml version="1.0"?><data>', ...pieces, '</data>'],
];

/** A body that no well-meaning sender would send. */
export function hostileBody(random: Random): Body {
	const tree = random.chance(0.85) ? spoiltSample(random) : hostileValue(random, random.anySize(LARGEST));
	const pieces = write(tree, PLAIN);
	if (random.chance(0.8)) return { encoding: 'utf8', pieces, twin: write(tree, otherStyle(random)) };
	const road = random.pick(ROADS) ?? ((same: Piece[]) => same);
	return { encoding: random.chance(0.7) ? 'utf8' : random.pick(ENCODINGS), pieces: road(pieces, random) };
}
