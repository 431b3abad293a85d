import type { Resource } from '../../../common/action/resource';
import { connect } from '../../api/connect';
import type { CccClient } from '../../api/transport';
import { addPhoneNumberToSkillGroups } from './addPhoneNumberToSkillGroups';
import { getNumberLocation } from './getNumberLocation';
import { listOutboundNumbersOfUser } from './listOutboundNumbersOfUser';
import { listPersonalNumbersOfUser } from './listPersonalNumbersOfUser';
import { listPhoneNumbers } from './listPhoneNumbers';
import { listPhoneNumbersOfSkillGroup } from './listPhoneNumbersOfSkillGroup';
import { pickOutboundNumbers } from './pickOutboundNumbers';
import { removePhoneNumberFromSkillGroups } from './removePhoneNumberFromSkillGroups';

export const phoneNumber: Resource<CccClient> = {
	name: 'Phone Number',
	value: 'phoneNumber',
	defaultOperation: 'listPhoneNumbers',
	connect,
	actions: [
		listPhoneNumbers,
		listOutboundNumbersOfUser,
		listPersonalNumbersOfUser,
		listPhoneNumbersOfSkillGroup,
		pickOutboundNumbers,
		getNumberLocation,
		addPhoneNumberToSkillGroups,
		removePhoneNumberFromSkillGroups,
	],
};
