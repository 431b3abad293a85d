import { jobCommand } from './command';

/** Sources: open.byai.com/v2/operations/calljob-execute.html; POST /task/pause, api.byrobot.cn/doc/v2/. */
export const pause = jobCommand({
	operation: 'pause',
	name: 'Pause',
	action: 'Pause job',
	description: 'Start no more calls until the job is started again; calls in progress end as usual',
	effect: 'change',
});
