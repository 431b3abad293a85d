import { choice, decimalNumber } from '../../../common/action/fields';

const PACING = {
	name: 'Fixed Ratio (PACING)',
	value: 'PACING',
	description: 'Calls a fixed number of customers for each idle agent',
};
const PID = {
	name: 'Automatic (PID)',
	value: 'PID',
	description: 'Alibaba Cloud adjusts how many customers it calls at once, to stay near the abandon rate',
};

export const strategyType = choice({
	displayName: 'Strategy Type',
	description: 'How many customers are called at once',
	default: 'PACING',
	choices: [PID, PACING],
});

/** A campaign keeps its type of strategy; only the values can change. */
export const strategyChange = choice({
	displayName: 'Strategy Type',
	description: 'The strategy that the campaign was created with, if you want to change its values',
	default: 'unchanged',
	choices: [PID, PACING, { name: 'Leave Unchanged', value: 'unchanged' }],
});

export const strategyFields = {
	ratio: decimalNumber({
		displayName: 'Ratio',
		description: 'How many customers are called for each idle agent',
		default: 1,
		min: 0.1,
		max: 100,
	}),
	abandonRate: decimalNumber({
		displayName: 'Abandon Rate (%)',
		description: 'The share of answered calls that may be lost because no agent is free, in percent',
		default: 5,
		min: 0,
		max: 100,
		unit: 'percent',
	}),
	historicalConnectedRate: decimalNumber({
		displayName: 'Historical Connected Rate (%)',
		description: 'The share of calls that customers answered in the past, in percent. The automatic strategy starts from it.',
		default: 35,
		min: 0,
		max: 100,
		unit: 'percent',
	}),
};

/** Which of the fields belong to which strategy. */
export const strategyFieldsShown = {
	ratio: { strategyType: ['PACING'] },
	abandonRate: { strategyType: ['PID'] },
	historicalConnectedRate: { strategyType: ['PID'] },
};

interface Strategy {
	strategyType: string;
	ratio: number;
	abandonRate: number;
	historicalConnectedRate: number;
}

/**
 * The values with the strategy as the vendor wants it: percentages as text, the ratio as a number.
 *
 * Source: CreateCampaign.
 */
export function withStrategy<T extends Strategy>(values: T): T & { strategyParameters?: string } {
	const { strategyType: type, ratio, abandonRate, historicalConnectedRate } = values;
	const percentages = { abandonRate: String(abandonRate), historicalConnectedRate: String(historicalConnectedRate) };
	const parameters = new Map<string, object>([
		['PACING', { ratio }],
		['PID', percentages],
	]).get(type);
	return parameters ? { ...values, strategyParameters: JSON.stringify(parameters) } : values;
}
