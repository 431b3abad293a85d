import { InputError } from '../../vendor/errors';
import { jsonText, parsedJson } from '../../vendor/json';
import type { Field } from './field';
import { describe, quoted } from './values';

interface JsonLook {
	displayName: string;
	description: string;
	example: string;
}

function json({ displayName: label, description, example }: JsonLook, kind: string, isRight: (value: unknown) => boolean): Field<string> {
	const wrong = (what: string) => new InputError(`'${label}' ${what}: enter ${kind} such as ${example}`);
	return {
		property: { displayName: label, type: 'json', default: '', description, placeholder: `e.g. ${example}` },
		toFill: `enter ${kind} such as ${example}`,
		read(raw) {
			if (raw === undefined || raw === null) return undefined;
			const given = typeof raw === 'string' ? raw.trim() : jsonText(raw);
			if (given === undefined) throw wrong('cannot be written as JSON');
			if (given === '') return undefined;
			const value = parsedJson(given);
			if (value === undefined) throw wrong(`is ${quoted(given)}, which is not JSON`);
			if (value === null) return undefined;
			if (!isRight(value)) throw wrong(`is ${describe(value)}`);
			return given;
		},
	};
}

/** A JSON object, entered as text or returned as an object. Text is passed on as written, because JavaScript would round its numbers. */
export function jsonObject(options: JsonLook): Field<string> {
	return json(options, 'a JSON object', (value) => typeof value === 'object' && !Array.isArray(value));
}

/** A JSON list, read like a `jsonObject`. */
export function jsonList(options: JsonLook): Field<string> {
	return json(options, 'a JSON list', Array.isArray);
}
