/** What customers press when a contact flow asks them something. */
export class Ivr {
	/** The customer's number -> the name of the node of the flow that the key leads to. Others press nothing. */
	readonly answers = new Map<string, string>();

	reset(): void {
		this.answers.clear();
	}
}
