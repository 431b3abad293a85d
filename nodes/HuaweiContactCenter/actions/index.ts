import { getStatus } from './agent/getStatus';
import { signIn } from './agent/signIn';
import { signOut } from './agent/signOut';
import { callOut } from './call/callOut';
import { getInformation } from './call/getInformation';
import { hangUp } from './call/hangUp';
import { sendDtmf } from './call/sendDtmf';

/** Every operation of the node. To add one, add its file and list it here. */
export const actions = [callOut, hangUp, getInformation, sendDtmf, signIn, signOut, getStatus];
