import { jobCommand } from './command';

/** Sources: open.byai.com/v2/operations/calljob-execute.html; POST /task/start, api.byrobot.cn/doc/v2/. */
export const start = jobCommand({
	operation: 'start',
	name: 'Start',
	action: 'Start job',
	description: "Let the robot call the job's customers, or continue after a pause",
	effect: 'dial',
	findBy: { campaign: 'jobId' },
});
