import { TokenDesk } from '../../common/vendor/tokenDesk';

/** The access tokens of the open platform in this process. Baiying issues one at a time. */
export const tokens = new TokenDesk();
