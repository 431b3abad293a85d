/** What Huawei pushes. */
export const EVENTS = ['callStatus', 'callEnded', 'campaignResult', 'unknown'] as const;

export type CallbackEvent = (typeof EVENTS)[number];
