/** Calls side by side in one execution. */
export const CONCURRENCY = 20;

/** How long the node waits for an answer; a busy machine needs some of it for itself. */
export const TIMEOUT_SECONDS = 5;
