import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { HuaweiVendor } from '../../../sandbox/huawei';
import type { World } from '../../../sandbox/world';

/** What happens before the row: an operation of the node in the same execution, or something at the vendor. */
export type Step = { resource: string; operation: string; parameters?: INodeParameters } | ((vendor: HuaweiVendor, world: World) => void);

/** One operation: what the user enters, what the vendor receives, and what comes out. */
export interface Case {
	operation: string;
	parameters: INodeParameters;
	before?: Step[];
	/** The vendor's name for the request. */
	sentAs: string;
	sends: { method: string; path: string; body?: IDataObject };
	/** What every item of the output holds. */
	returns: IDataObject;
	/** Whether the request may always be sent again: signing in and out calls nobody. */
	isHarmless?: true;
}

export const CUSTOMER = '13720000000';

export const signedIn: Step = { resource: 'agent', operation: 'signIn' };

/** A customer who talks until somebody else ends the call. */
export const patient: Step = (_vendor, world) => {
	for (const phone of [CUSTOMER, '13720000001', '40041']) world.phones.setBehaviour(phone, { ringMs: 100, talkMs: 10_000_000 });
};

export const inCall: Step[] = [patient, { resource: 'call', operation: 'callOut', parameters: { called: CUSTOMER, waitFor: 'answered' } }];

export const onHold: Step[] = [...inCall, { resource: 'call', operation: 'hold' }];
