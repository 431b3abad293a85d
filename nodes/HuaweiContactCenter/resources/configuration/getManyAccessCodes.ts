import { text } from '../../../common/action/fields';
import { pageAction } from '../../aicc/pages';
import { readAccessCodes } from '../../aicc/reads';
import { textOf } from '../../aicc/values';
import { mediaOf, mediaType } from './media';

const DIRECTIONS: Readonly<Record<string, string>> = { '1': 'inbound', '2': 'outbound', '3': 'both' };

const accessCode = text({ displayName: 'Access Code', description: 'Only access codes that hold these digits', example: '0216' });
const description = text({ displayName: 'Description', description: 'Only access codes whose description holds this', example: 'hotline' });

/** Source: queryAccessCodeList (cec_07_0039). */
export const getManyAccessCodes = pageAction({
	operation: 'getManyAccessCodes',
	name: 'Get Many Access Codes',
	action: 'Get many access codes of configuration',
	description: 'List the numbers of the tenant that customers call or see',
	fields: {},
	filters: { accessCode, description, mediaType },
	async read(client, { mediaType: media, ...given }, place) {
		const filters = { accessCode: given.accessCode, description: given.description };
		return await readAccessCodes(client, place, { ...filters, mediatypeId: media === undefined ? undefined : Number(media) });
	},
	short: (code) => ({
		accessCode: textOf(code.accessCode),
		description: code.description,
		direction: DIRECTIONS[textOf(code.numCallAttr) ?? ''] ?? code.numCallAttr,
		media: mediaOf(code.mediatypeId),
		serviceNumber: textOf(code.n400Number),
		accessCodeId: textOf(code.id),
	}),
});
