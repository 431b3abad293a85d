type Meaning = readonly [meaning: string, remedy: string];

/** Based on "Result Codes" (cec_07_0580). */
const MEANINGS = new Map<string, Meaning>([
	['000-001', ['The gateway delivers the events of this agent in another way', 'Sign the agent out everywhere, then run the workflow again']],
	['000-002', ['The gateway did not accept one of the values', 'Check the fields of the node']],
	['000-003', ["The agent's session has expired", 'Run the workflow again']],
	['000-004', ['The agent is being switched over to another server', 'Try again in a minute']],
	['000-006', ['The gateway could not read the request', 'Check the fields of the node, above all special characters']],
	['000-007', ['The gateway received the same request more than once', 'Try again in a moment']],
	['100-001', ['A value of the sign-in is empty or not valid', "Check 'Agent ID', 'Password' and 'Phone Number' in the credential"]],
	['100-002', ['The agent is already signed in elsewhere', "Sign the agent out there, or switch on 'Take Over Session' in the credential"]],
	['100-003', ['The call center has no free resource', 'Try again later; if this persists, ask the administrator about the number of licenses']],
	['100-004', ['The agent ID or the password is wrong', 'Correct it in the credential; after several wrong attempts the account is locked']],
	['100-005', ['The gateway did not accept the sign-out', 'Check the agent ID in the credential']],
	['100-006', ['The agent is not signed in', 'Run the workflow again; if this persists, somebody else signs in with the same agent ID']],
	['100-007', ['The gateway could not carry this out', 'Check that the call is in the right state and that the agent has no other call, or ask the administrator']],
	['100-008', ['The agent is already signed out', 'There is nothing to do']],
	['100-009', ["The agent's state cannot be set", "Check with Get Status what the agent is doing, or ask the administrator about the agent's rights"]],
	['100-010', ['The agent cannot be signed out now, for example because of a call', 'Hang up first, then sign out']],
	['100-011', ['A value of the sign-in is not valid', "Check 'Agent ID' and 'Phone Number' in the credential"]],
	['100-012', ['The agent has the wrong type', 'Choose an agent of the type PC and phone in the call center']],
	['100-013', ["The agent's phone number is not valid", "Correct 'Phone Number' in the credential; it may also be bound to another agent"]],
	['100-014', ["The agent's phone number is outside the configured range", "Correct 'Phone Number' in the credential, or have the number configured"]],
	['100-015', ['The agent is signed in elsewhere and cannot be signed out by force', 'Sign the agent out there first']],
	['100-016', ['The IP address of the sign-in is not valid', 'Ask the administrator which addresses are allowed']],
	['100-017', ['The unified portal did not accept the agent', 'Ask the administrator to check the account']],
	['100-018', ['The agent belongs to another virtual call center', 'Choose an agent of the right one']],
	['100-020', ["The agent's password has expired", 'Change it in the call center, then in the credential']],
	['100-021', ['The agent is signing in at this moment', 'Try again in a moment']],
	['105-001', ['The gateway no longer knows the agent', 'Run the workflow again']],
	['105-002', ['The gateway is recovering from a failure', 'Try again in a minute']],
	['105-003', ['The gateway has just recovered from a failure', 'Try again in a minute']],
	['105-004', ['The gateway is recovering and its queue is full', 'Try again in a minute']],
	['105-005', ['The recovery of the gateway took too long, so the agent must sign in again', 'Run the workflow again']],
	['105-006', ['The session did not survive the recovery of the gateway', 'Run the workflow again']],
	['105-007', ['The gateway does not recover sessions, so the agent must sign in again', 'Run the workflow again']],
	['110-016', ['The account is locked', 'Have the administrator unlock it']],
	['110-021', ['The account is locked after too many wrong passwords', 'Have the administrator unlock it, and correct the credential']],
	['200-001', ['The called number is wrong', "Correct 'Called Number'; it may need a prefix for outside lines"]],
	['200-002', ['There is no call to answer', 'Check that a call is ringing and that calls are not answered automatically']],
	['200-003', ['There is no call to mute', 'Check that the call has not ended']],
	['200-004', ['The call cannot be muted in its present state', 'Mute it after it has been answered']],
	['200-007', ['There is no call to unmute', 'Check that the call has not ended']],
	['200-008', ['The call cannot be unmuted in its present state', 'Unmute it after it has been muted']],
	['200-010', ['There is no call that the call on hold could join', 'Call somebody with Call Out or Call Agent, and start the conference after the answer']],
	['200-011', ['There is no call on hold with this ID', "Hold a call first, and check 'Call ID'"]],
	['200-012', ['There is no call to transfer', 'Check that the call has not ended']],
	['200-013', ['There is no call to hold', 'Check that the call has not ended']],
	['200-014', ['The call cannot be held in its present state', 'Hold it after it has been answered']],
	['200-015', ['There is no call on hold', 'Check that the call has not ended']],
	['200-016', ['The call on hold cannot be retrieved now', 'End the other call first']],
	['200-017', ['There is no call to hang up', 'There is nothing to do']],
	['200-025', ['There is no call to release', 'There is nothing to do']],
	['200-026', ['There is no such call', 'Check that the call has not ended']],
	['400-001', ['There is no such call', "Check 'Call ID'; the gateway keeps calls only for a short time"]],
	['400-002', ['There is no call data to set', "Fill in 'Call Data'"]],
	['999-001', ['The gateway has a wrong address in its own configuration', 'Ask the administrator to check its settings']],
]);

const REFUSED: Meaning = ['The gateway refused the request', 'Look the code up in the list of result codes, or ask the administrator'];

/** Documented families whose codes all refuse a request because of what it asks for. */
const FAMILIES = new Map<string, Meaning>([
	['110-', ['The gateway did not accept the account', 'Check the agent ID and the password in the credential']],
	['200-', ['The call is in the wrong state for this', 'Check that the call has not ended']],
	['300-', REFUSED],
	['400-', ['There is no data for this call', 'Check that the call has not ended']],
	['600-', REFUSED],
	['900-', REFUSED],
]);

const UNDOCUMENTED: Meaning = ['The gateway answered with a result code that is not documented', 'Ask the administrator what it means'];

function documented(retcode: string): Meaning | undefined {
	return MEANINGS.get(retcode) ?? FAMILIES.get(retcode.slice(0, 4));
}

/** Whether the vendor's documents say what the code means. */
export function isDocumented(retcode: string): boolean {
	return documented(retcode) !== undefined;
}

/** What a code means, without a next step. */
export function meaningOf(retcode: string): string {
	const [meaning] = documented(retcode) ?? UNDOCUMENTED;
	return meaning;
}

/** Meaning and next step of a code, as one text. */
export function explain(retcode: string): string {
	return (documented(retcode) ?? UNDOCUMENTED).join('. ');
}
