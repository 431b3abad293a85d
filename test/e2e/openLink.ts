import axios from 'axios';
import { setTimeout as wait } from 'node:timers/promises';

const POLL_INTERVAL = 100;
const TRIES = 300;

/** Opens a link with which a person answers n8n, as a browser does. n8n takes it only once the execution waits. */
export async function openLink(url: string): Promise<void> {
	for (let tries = 0; tries < TRIES; tries += 1) {
		const { status } = await axios.get(url, { proxy: false, validateStatus: () => true, headers: { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64)' } });
		if (status === 200) return;
		await wait(POLL_INTERVAL);
	}
}
