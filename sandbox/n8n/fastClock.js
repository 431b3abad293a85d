/**
 * Loaded into n8n before anything else: its clock then shows the time that `SANDBOX_CLOCK` describes, and its Wait node waits by that
 * clock. All other waits are as long as ever, since they are those of the network, the database and the process itself.
 */
const { beginsAt, startsAt, speed } = JSON.parse(process.env.SANDBOX_CLOCK);

const RealDate = Date;
/** Kept, because whoever sets `Date.now` later sets it on the real one as well. */
const realNow = Date.now;
const { setTimeout: realTimeout, setInterval: realInterval } = globalThis;

function now() {
	const passed = realNow() - beginsAt;
	return Math.floor(startsAt + (passed < 0 ? passed : passed * speed));
}

function isOfWaitNode() {
	return /wait-tracker/.test(new Error().stack);
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
