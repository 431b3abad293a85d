import { locator, optional, text, textList, type Field } from '../../common/action/fields';
import { COMPANIES, JOBS, LINES, ROBOTS } from '../api/operationNames';
import { choicesOf, listOf } from './lists';

/** Fields of several resources. */

export const companyId = optional(
	locator({
		displayName: 'Company',
		description: 'The company to work for. Leave it empty for the company of the credential.',
		example: '1',
		search: listOf('searchCompanies', {
			sends: COMPANIES,
			id: 'companyId',
			names: ['companyName'],
		}),
	}),
);

export const robotDefId = locator({
	displayName: 'Robot',
	description: 'The robot that speaks with the customers; Baiying also calls it a script (话术)',
	example: '180',
	search: listOf('searchRobots', {
		sends: ROBOTS,
		id: 'robotDefId',
		names: ['robotName'],
	}),
});

export const callJobId = locator({
	displayName: 'Job',
	description: 'The job (任务) that calls customers',
	example: '362574',
	search: listOf('searchJobs', {
		sends: JOBS,
		id: 'callJobId',
		names: ['jobName', 'callJobName'],
		searchedBy: 'jobName',
	}),
});

export const getLines = choicesOf({ sends: LINES, id: 'userPhoneId', names: ['phoneName', 'phone'] });

const lineIds = textList({
	displayName: 'Lines',
	description: 'The lines to call from. An expression returns the IDs as a list, or with commas between them.',
	toFill: 'choose at least one, or use the IDs of lines such as 7',
});

/** Chosen from the account's lines; an expression may return IDs. */
export const userPhoneIds: Field<string[]> = {
	...lineIds,
	property: {
		displayName: 'Line Names or IDs',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getLines', loadOptionsDependsOn: ['authentication', 'companyId.value'] },
		default: [],
		hint: 'The lines to call from',
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
};

export const callInstanceId = text({
	displayName: 'Call ID',
	description: 'The ID of the call, from the Baiying Trigger or from a list of calls',
	example: '70258002706',
});

/** A field that only the older API has. */
export function olderApiOnly<T>(field: Field<T>): Field<T> {
	return { ...field, property: { ...field.property, displayOptions: { show: { '/authentication': ['hmac'] } } } };
}
