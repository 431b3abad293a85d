/** Operations that several parts of the node send. */

export const LINES = { openPlatform: 'byai.openapi.phone.list', hmac: '/company/getPhones' };
export const ROBOTS = { openPlatform: 'byai.openapi.robot.list', hmac: '/company/getRobots' };
export const COMPANIES = { openPlatform: 'byai.openapi.company.list', hmac: '/company/getCompanys' };
export const JOBS = { openPlatform: 'byai.openapi.calljob.list', hmac: '/task/getTasks' };
