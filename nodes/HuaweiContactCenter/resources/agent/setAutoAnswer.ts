import { yesNo } from '../../../common/action/fields';
import { stateCommand } from './stateCommand';

const autoAnswer = yesNo({
	displayName: 'Auto Answer',
	description: "Whether calls are answered by themselves as soon as the agent's phone is off the hook; otherwise the operation Answer is needed",
	default: true,
});

/** Source: "Setting Automatic Answering" (cec_07_1208). */
export const setAutoAnswer = stateCommand({
	operation: 'setAutoAnswer',
	name: 'Set Auto Answer',
	action: 'Set auto answer of agent',
	description: 'Choose how incoming calls are answered until the agent is signed out; after a sign-in, they are answered automatically',
	fields: { autoAnswer },
	request: ({ autoAnswer: isOn }) => ({ method: 'POST', path: `autoanswer/${isOn}` }),
	remember: ({ setup }, { autoAnswer: isOn }) => (setup.autoAnswer = isOn),
});
