import type { Api } from '../../../catalogue/baiyingFacts';
import type { Customer } from '../robot';
import type { Params } from './admission';
import type { Blacklist, BlacklistRow } from './blacklist';
import { BaiyingError, CODES } from './errors';
import { takeCustomers, type Job } from './job';
import type { Jobs } from './jobs';
import * as views from './views';

/** What the robot's script asks for beyond the name and the number of the customer. */
const VARIABLES = ['订单号'];

type Behaviour = (jobs: Jobs, params: Params, blacklist: Blacklist) => unknown;

function jobOf(api: Api, jobs: Jobs, jobId: unknown): Job {
	const job = jobs.find(jobId);
	if (job) return job;
	throw new BaiyingError(CODES[api].notFound, '任务不存在');
}

function wrongState(api: Api): BaiyingError {
	return new BaiyingError(CODES[api].parameter, '当前任务状态不允许该操作');
}

const COMMANDS: Record<number, (api: Api, jobs: Jobs, job: Job) => void> = {
	1(api, jobs, job) {
		if (!jobs.start(job)) throw wrongState(api);
	},
	2(api, jobs, job) {
		if (!jobs.pause(job)) throw wrongState(api);
	},
	3: (_api, jobs, job) => jobs.stop(job),
};

function execute(api: Api, jobs: Jobs, jobId: unknown, command: number): null {
	const job = jobOf(api, jobs, jobId);
	const act = COMMANDS[command];
	if (!act) throw new BaiyingError(CODES[api].parameter, '参数错误: command');
	act(api, jobs, job);
	return null;
}

function take(api: Api, jobs: Jobs, jobId: unknown, rows: unknown, mayRepeat: boolean) {
	const customers = rows as Customer[];
	if (customers.length > 10_000) throw new BaiyingError(CODES[api].parameter, '单次导入不能超过10000条');
	return takeCustomers(jobOf(api, jobs, jobId), customers, VARIABLES, mayRepeat);
}

function named(jobs: Jobs, name: unknown, needAll: unknown): Job[] {
	const wanted = typeof name === 'string' ? name : '';
	return jobs.list().filter((job) => job.jobName.includes(wanted) && (needAll === true || !job.deleted)).reverse();
}

function common(params: Params) {
	return {
		companyId: Number(params.companyId),
		startDate: params.startDate as string | undefined,
		robotDefId: Number(params.robotDefId),
		userPhoneIds: (params.userPhoneIds as unknown[]).map(Number),
		seats: Number(params.concurrencyQuota ?? 1),
		remark: String(params.remark ?? ''),
	};
}

const paged = ({ pageNum, pageSize }: Params): [number | undefined, number | undefined] => [pageNum as number | undefined, pageSize as number | undefined];

const OPEN: Record<string, Behaviour> = {
	'byai.openapi.calljob.create'(jobs, params) {
		const jobName = String(params.callJobName);
		if (jobName.length > 50) throw new BaiyingError(10_000_401, '任务名称不能超过50个字符');
		return { callJobId: jobs.create({ ...common(params), platform: 'open', jobName, jobType: Number(params.callJobType) }).jobId };
	},
	'byai.openapi.calljob.customer.import': (jobs, params) => take('openPlatform', jobs, params.callJobId, params.customerInfoVOList, params.permitrepeatnum === true),
	'byai.openapi.calljob.execute': (jobs, params) => execute('openPlatform', jobs, params.callJobId, Number(params.command)),
	'byai.openapi.calljob.list': (jobs, params) => views.page(named(jobs, params.jobName, false).map(views.openJob), ...paged(params)),
	'byai.openapi.calljob.detail.get'(jobs, params) {
		const job = jobs.find(params.callJobId);
		return job ? views.openJob(job) : null;
	},
	'byai.openapi.calljob.calldone.list': (jobs, params) => views.page(jobOf('openPlatform', jobs, params.callJobId).calls.map(views.openListedCall), ...paged(params)),
	'byai.openapi.callinstance.detail.get'(jobs, params) {
		const call = jobs.call(params.callInstanceId);
		if (!call) throw new BaiyingError(CODES.openPlatform.notFound, '通话记录不存在');
		return views.openCall(call);
	},
};

const OLDER: Record<string, Behaviour> = {
	'/task/createTask': (jobs, params) =>
		jobs.create({ ...common(params), platform: 'legacy', jobName: String(params.taskName), jobType: Number(params.taskType) }).jobId,
	'/openapi/v2/task/importTaskCustomer'(jobs, params) {
		const { total: _total, ...counts } = take('hmac', jobs, params.taskId, params.customerInfoList, false);
		return { msg: '导入完成', ...counts };
	},
	'/task/start': (jobs, params) => execute('hmac', jobs, params.taskId, 1),
	'/task/pause': (jobs, params) => execute('hmac', jobs, params.taskId, 2),
	'/task/stop': (jobs, params) => execute('hmac', jobs, params.taskId, 3),
	'/task/delete'(jobs, params) {
		const job = jobOf('hmac', jobs, params.taskId);
		jobs.stop(job);
		job.deleted = true;
		return null;
	},
	'/task/update'(jobs, params) {
		const job = jobOf('hmac', jobs, params.taskId);
		if (job.status === 1) throw wrongState('hmac');
		Object.assign(job, { jobName: params.taskName, jobType: params.taskType, seats: params.concurrencyQuota });
		job.userPhoneIds = String(params.userPhoneIds).split(',').map(Number);
		return null;
	},
	'/task/getTasks'(jobs, params) {
		const found = named(jobs, params.taskName, params.needAll).filter(({ status }) => params.status === undefined || status === params.status);
		return views.page(found.map((job) => views.legacyJob(job, false)), ...paged(params));
	},
	'/task/getTaskDetail': (jobs, params) => views.legacyJob(jobOf('hmac', jobs, params.taskId), true),
	'/task/queryDoneTaskPhones'(jobs, params) {
		const { calls } = jobOf('hmac', jobs, params.callJobId);
		const found = calls.filter(({ finishStatus }) => params.finishStatus === undefined || finishStatus === params.finishStatus);
		return views.page(found.map(views.legacyListedCall), ...paged(params));
	},
	'/task/notDialedCustomerList'(jobs, params) {
		const { waiting } = jobOf('hmac', jobs, params.taskId);
		const rows = waiting.map(({ phone, name }, index) => ({ callInstanceId: 70_000_000_000 + index, customerTelephone: phone, customerName: name ?? '', status: 0, calledTimes: 0 }));
		return views.page(rows, ...paged(params));
	},
	'/task/phoneLogInfo'(jobs, params) {
		const call = jobs.call(params.callInstanceId);
		if (!call) throw new BaiyingError(CODES.hmac.notFound, '资源未找到');
		return views.legacyCall(call);
	},
	'/company/addBlackList': (_jobs, { mobile, name, remark }, blacklist) => blacklist.add({ mobile, name, remark } as BlacklistRow).id,
	'/company/addBlackList/batch'(_jobs, params, blacklist) {
		const rows = params.blacklist as BlacklistRow[];
		const added = rows.map((row) => blacklist.add(row, Number(params.blacklistInfoGroupId)));
		return { requsetNum: rows.length, successNum: added.filter(({ isNew }) => isNew).length };
	},
	'/company/blacklist/info/page': (_jobs, params, blacklist) => views.page(blacklist.in(Number(params.blacklistInfoGroupId)), ...paged(params)),
	'/company/blacklist/info/delete': (_jobs, params, blacklist) => blacklist.remove(String(params.mobile), Number(params.blacklistInfoGroupId)),
};

const BEHAVIOURS: Record<Api, Record<string, Behaviour>> = { openPlatform: OPEN, hmac: OLDER };

/** Whether an operation has a life of its own. Any other answers with the example in the catalogue, and remembers nothing. */
export function behavesAtBaiying(api: Api, name: string): boolean {
	return Object.hasOwn(BEHAVIOURS[api], name);
}

export function behaviour(api: Api, name: string): Behaviour | undefined {
	return behavesAtBaiying(api, name) ? BEHAVIOURS[api][name] : undefined;
}
