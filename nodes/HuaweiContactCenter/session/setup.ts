/** The states that an agent can be signed in with ("Signing In", cec_07_1202). */
export const STATUS = { busy: 3, idle: 4, wrapUp: 5 } as const;

/** What an agent is set to. */
export interface Setup {
	status: (typeof STATUS)[keyof typeof STATUS];
	/** Whether calls are answered by themselves. */
	autoAnswer: boolean;
	/** The skills in use; all of them if it is not set. */
	skillIds?: string[];
}

/** Below `/onlineagent/{id}/`: POST puts these skills into use, or all that are configured ("Resetting Skills", cec_07_1209). */
export function resetSkillsPath(skillIds?: string[]): string {
	return skillIds ? `resetskill/false?skillid=${encodeURIComponent(skillIds.join(';'))}` : 'resetskill/true';
}
