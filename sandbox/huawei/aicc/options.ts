export type BodyEdition = 'flat' | 'wrapped';

export interface AiccOptions {
	port: number;
	httpsPort: number;
	appKey: string;
	appSecret: string;
	/** The form in which the tenant takes the fields of a request where the vendor's pages disagree. */
	bodyEdition: BodyEdition;
	/** Whether callSerialNo is a number, as the page of V1 says, or text. */
	numericSerialNo: boolean;
	/** How long a step of the set-up takes, in vendor ms. */
	setupStepMs: number;
}

export const DEFAULT_AICC_OPTIONS: AiccOptions = {
	port: 0,
	httpsPort: 0,
	appKey: 'sandbox-aicc-key',
	appSecret: 'sandbox-aicc-secret',
	bodyEdition: 'flat',
	numericSerialNo: true,
	setupStepMs: 500,
};
