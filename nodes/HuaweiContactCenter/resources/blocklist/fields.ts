import { text } from '../../../common/action/fields';
import { dialable } from '../../isales/fields';

export const blocklistNo = text({ displayName: 'Number', description: 'The number that campaigns must not call', example: '13720000000', check: dialable });
