/** Operations that several parts of the node send. */

export const LINES = { openPlatform: 'byai.openapi.phone.list', hmac: '/company/getPhones' };
export const ROBOTS = { openPlatform: 'byai.openapi.robot.list', hmac: '/company/getRobots' };
export const COMPANIES = { openPlatform: 'byai.openapi.company.list', hmac: '/company/getCompanys' };
export const CALL = { openPlatform: 'byai.openapi.callinstance.detail.get', hmac: '/task/phoneLogInfo' };
export const DONE_CALLS = { openPlatform: 'byai.openapi.calljob.calldone.list', hmac: '/task/queryDoneTaskPhones' };
export const IMPORT = { openPlatform: 'byai.openapi.calljob.customer.import', hmac: '/openapi/v2/task/importTaskCustomer' };
export const JOB = { openPlatform: 'byai.openapi.calljob.detail.get', hmac: '/task/getTaskDetail' };
export const SEATS = { openPlatform: 'byai.openapi.seatinfo.get', hmac: '/company/seat/statistics' };
export const COMMUNICATION_BALANCE = { openPlatform: 'byai.openapi.company.communication.balance' };
export const AI_BALANCE = { openPlatform: 'byai.openapi.company.ai.balance' };
export const JOBS = { openPlatform: 'byai.openapi.calljob.list', hmac: '/task/getTasks' };

/** The most rows of `DONE_CALLS` on a page. */
export const CALLS_PER_PAGE = { openPlatform: 500, hmac: 50 };
