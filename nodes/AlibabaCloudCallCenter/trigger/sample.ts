import type { INodeExecutionData, ITriggerFunctions } from 'n8n-workflow';
import { InputError } from '../../common/vendor/errors';
import { connectCcc } from '../api/transport';
import { eventsOf } from './events';
import { readLatest } from './reading';
import { itemWithRecording } from './recording';
import type { Settings } from './settings';

const DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1000;
const LARGEST_PAGE = 100;

/** The latest event, for a test in the editor. It counts as neither reported nor seen. */
export async function sampleOf(context: ITriggerFunctions, settings: Settings): Promise<INodeExecutionData> {
	const client = await connectCcc(context);
	const records = await readLatest(client, settings.values, Date.now() - DAYS * DAY_MS, LARGEST_PAGE);
	const latest = eventsOf(records, settings).at(-1);
	if (latest) return await itemWithRecording(context, latest, settings);
	const what = settings.events.includes('callEnded') ? 'No call that passes the filters has ended' : 'No call that passes the filters has a recording';
	throw new InputError(`${what} in the last ${DAYS} days. Make a call and test again, or remove filters`);
}
