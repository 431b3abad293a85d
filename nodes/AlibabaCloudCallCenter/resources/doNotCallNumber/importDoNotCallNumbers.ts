import { optional, text } from '../../../common/action/fields';
import { InputError } from '../../../common/vendor/errors';
import { instanceId } from '../../fields';
import { commandAction } from '../kinds';
import { numbers, remark } from './fields';

const filePath = text({
	displayName: 'File Path',
	description: 'An Excel file (.xlsx) with numbers that has been uploaded to Alibaba Cloud, by its key in Object Storage Service (OSS)',
	example: 'temp/blacklist/import/1577247115400000/ccc-test/20220315100340/blacklist.xlsx',
});

/** Source: ImportDoNotCallNumbers, api.aliyun.com/document/CCC/2020-07-01/ImportDoNotCallNumbers. */
export const importDoNotCallNumbers = commandAction({
	operation: 'importDoNotCallNumbers',
	name: 'Import',
	action: 'Import do not call numbers',
	description: 'Add numbers to the list of those that the instance does not call',
	fields: { instanceId, numbers: optional(numbers) },
	additionalFields: { filePath, remark },
	check(values) {
		if ((values.numbers === undefined) === (values.filePath === undefined)) {
			throw new InputError("Give either 'Numbers' or a 'File Path', not both: Alibaba Cloud imports one of the two");
		}
	},
});
