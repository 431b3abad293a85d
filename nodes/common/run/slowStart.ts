/** How many requests may be under way before the vendor has accepted any. */
const FIRST_WIDTH = 10;

/**
 * Limits how many requests are under way at once, until it is known what the vendor accepts. Each accepted request lets one more
 * out, so the number doubles with each round of answers, and a vendor that throttles never meets all of them at once. It is named
 * after the way in which TCP begins a connection.
 */
export class SlowStart {
	private width = FIRST_WIDTH;

	private underWay = 0;

	private readonly waiting: Array<() => void> = [];

	/** Waits until one more request may be under way; requests are admitted in the order in which they came. */
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

	/** The vendor accepted a request. */
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
