import { batches } from './batches';
import type { Bench } from './bench';
import { callingRules } from './callingRules';
import { campaignNumbers } from './campaignNumbers';
import { loading } from './loading';
import { memory } from './memory';
import { signing } from './signing';
import { throttling } from './throttling';
import { trigger } from './trigger';

/** All benches, in the order of the report. */
export const benches: Bench[] = [batches, throttling, memory, signing, loading, trigger, campaignNumbers, callingRules];
