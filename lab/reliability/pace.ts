/** Calls in parallel in one execution. */
export const CONCURRENCY = 20;

/** How long the node waits for an answer. A busy machine needs some of that itself. */
export const TIMEOUT_SECONDS = 5;
