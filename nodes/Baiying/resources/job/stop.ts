import { jobCommand } from './command';

/** Sources: open.byai.com/v2/operations/calljob-execute.html; POST /task/stop, api.byrobot.cn/doc/v2/. */
export const stop = jobCommand({
	operation: 'stop',
	name: 'Stop',
	action: 'Stop job',
	description: 'End a job for good; customers who have not been called stay uncalled',
	effect: 'change',
});
