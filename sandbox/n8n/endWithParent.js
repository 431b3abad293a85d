const { isMainThread } = require('node:worker_threads');

/**
 * Loaded into n8n before anything else. Our end of this pipe closes when we end, however that happens. Then n8n must not keep
 * running on its own, and neither must the task runner it has started.
 */
function endWithParent() {
	process.stdin.resume().on('close', () => {
		if (process.platform === 'win32') process.exit(1);
		process.kill(-process.pid, 'SIGKILL');
	});
}

if (isMainThread) endWithParent();
