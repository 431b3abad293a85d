/**
 * Loaded into n8n before anything else: its clock then shows the time that `SANDBOX_CLOCK` describes, and its Wait node waits by that
 * clock. All other waits are as long as ever, since they are those of the network, the database and the process itself.
 */
const { existsSync, readFileSync } = require('node:fs');

const { madeAt, shownThen, speed, signal } = JSON.parse(process.env.SANDBOX_CLOCK);
const LOOK_MS = 50;

const RealDate = Date;
/** Kept, because a library may assign `Date.now`, which reaches the real date through ours. */
const realNow = RealDate.now;
const { setTimeout: realTimeout, setInterval: realInterval } = globalThis;

/** When the clock begins to run fast, in real time; the file `signal` says it. */
let beginsAt = Infinity;

function look() {
	if (!existsSync(signal)) return false;
	beginsAt = Number(readFileSync(signal, 'utf8')) || Infinity;
	return beginsAt !== Infinity;
}

if (!look()) {
	const looking = realInterval(() => look() && clearInterval(looking), LOOK_MS);
	looking.unref();
}

function now() {
	const real = realNow();
	return Math.floor(shownThen + (real - madeAt) + Math.max(0, real - beginsAt) * (speed - 1));
}

/** Its timers are started in its own file, if they are short, or by n8n's tracker of waiting executions. */
function isOfWaitNode() {
	return /wait-tracker|Wait\.node/.test(new Error().stack);
}

function faster(start) {
	const fast = (work, ms, ...values) => start(work, isOfWaitNode() ? ms / speed : ms, ...values);
	return Object.defineProperties(fast, Object.getOwnPropertyDescriptors(start));
}

globalThis.Date = new Proxy(RealDate, {
	construct: (_, values, target) => Reflect.construct(RealDate, values.length === 0 ? [now()] : values, target),
	apply: () => new RealDate(now()).toString(),
	get: (_, name) => (name === 'now' ? now : RealDate[name]),
});
RealDate.prototype.constructor = globalThis.Date;
globalThis.setTimeout = faster(realTimeout);
globalThis.setInterval = faster(realInterval);
