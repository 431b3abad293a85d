import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { hasFiles, type FindBy, type Result } from '../action/action';

/** The most that n8n documents for a value. */
const MOST_CHARACTERS = 255;

/** Also in an object inside, where the vendor's answer is not simplified. */
function idIn(source: IDataObject, name: string): string | undefined {
	const objects = Object.values(source).filter((value): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value));
	const found = [source, ...objects].map((object) => object[name]).find((value) => ['string', 'number'].includes(typeof value) && value !== '');
	return found === undefined ? undefined : String(found);
}

/** Whether the item set something off. */
function isCarriedOut({ skipped, accepted, dryRun }: IDataObject): boolean {
	return skipped !== true && accepted !== false && dryRun !== true;
}

/** The first IDs, as many as fit, each of them whole. */
function joined(ids: Iterable<string>): string {
	let text = '';
	for (const id of ids) {
		const longer = text === '' ? id : `${text},${id}`;
		if (longer.length > MOST_CHARACTERS) break;
		text = longer;
	}
	return text;
}

/** The IDs by which an execution can be found later. n8n stores them with it, so no phone number may be among them. */
export class Highlights {
	private readonly ids = new Map<string, Set<string>>();

	constructor(private readonly findBy: FindBy = {}) {}

	/** @param values of the item's fields, where the result doesn't name what it is about */
	add(values: IDataObject, results: Result[]): void {
		for (const result of results) {
			const json = hasFiles(result) ? result.json : result;
			if (!isCarriedOut(json)) continue;
			for (const [key, name] of Object.entries(this.findBy)) {
				const id = idIn(json, name) ?? idIn(values, name);
				if (id !== undefined) this.ids.set(key, (this.ids.get(key) ?? new Set()).add(id));
			}
		}
	}

	/** Adds the IDs to what the execution has already. */
	save({ customData }: Pick<IExecuteFunctions, 'customData'>): void {
		for (const [key, ids] of this.ids) {
			const known = (customData.get(key) as string | undefined)?.split(',') ?? [];
			const text = joined(new Set([...known, ...ids]));
			if (text !== '') customData.set(key, text);
		}
	}
}
