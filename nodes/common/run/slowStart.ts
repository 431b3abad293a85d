/** As many requests may be under way before the vendor has taken any. */
const FIRST_WIDTH = 10;

/**
 * Holds back how many requests are under way at once, until it is known what the vendor takes: each one that it took lets one
 * more out beside it, so that the number doubles with each round of answers, and a vendor that throttles is never met by all
 * at once. Named after TCP's way to begin a connection.
 */
export class SlowStart {
	private width = FIRST_WIDTH;

	private underWay = 0;

	private readonly waiting: Array<() => void> = [];

	/** Waits until one more may be under way; those who wait get in in the order in which they came. */
	async enter(): Promise<void> {
		if (this.underWay < this.width) {
			this.underWay++;
			return;
		}
		await new Promise<void>((admit) => this.waiting.push(admit));
	}

	/** Must follow each `enter`. */
	leave(): void {
		this.underWay--;
		this.admit();
	}

	/** The vendor took a request. */
	widen(): void {
		this.width++;
		this.admit();
	}

	/** From now on something else decides how many may be under way. */
	end(): void {
		this.width = Infinity;
		this.admit();
	}

	private admit(): void {
		while (this.underWay < this.width) {
			const next = this.waiting.shift();
			if (!next) return;
			this.underWay++;
			next();
		}
	}
}
