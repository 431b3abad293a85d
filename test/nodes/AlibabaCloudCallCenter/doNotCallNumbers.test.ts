import type { IDataObject } from 'n8n-workflow';
import { importDoNotCallNumbers } from '../../../nodes/AlibabaCloudCallCenter/resources/doNotCallNumber/importDoNotCallNumbers';
import { removeDoNotCallNumbers } from '../../../nodes/AlibabaCloudCallCenter/resources/doNotCallNumber/removeDoNotCallNumbers';

function numbers(count: number): string[] {
	return Array.from({ length: count }, (_, index) => String(13_720_000_000 + index));
}

const given = (parameters: IDataObject) => (field: string) => ({ instanceId: 'ccc-test', ...parameters })[field];

it('imports either numbers or a file', () => {
	const file = { filePath: 'temp/blacklist.xlsx' };
	const refusal = "either 'Numbers' or a 'File Path'";
	expect(() => importDoNotCallNumbers.read(given({ numbers: '' }), {})).toThrow(refusal);
	expect(() => importDoNotCallNumbers.read(given({ numbers: '13720000000' }), file)).toThrow(refusal);
	expect(importDoNotCallNumbers.read(given({ numbers: '' }), file)).toMatchObject(file);
});

it('removes at most 300 numbers at once', () => {
	expect(removeDoNotCallNumbers.read(given({ numbers: numbers(300) }), {}).numbers).toHaveLength(300);
	expect(() => removeDoNotCallNumbers.read(given({ numbers: numbers(301) }), {})).toThrow("'Numbers' holds 301 numbers");
});
