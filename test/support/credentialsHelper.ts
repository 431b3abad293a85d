import {
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialType,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeProperties,
	type IRequestOptionsSimplified,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

/** Data of a credential by its type; the type's own class does the signing, as in n8n. */
export interface TestCredential {
	type: ICredentialType;
	data: ICredentialDataDecryptedObject;
}

/** n8n's credential handling, based on plain objects instead of its database. */
export class TestCredentialsHelper extends ICredentialsHelper {
	constructor(private readonly credentials: TestCredential[]) {
		super();
	}

	private of(typeName: string): TestCredential {
		const found = this.credentials.find(({ type }) => type.name === typeName);
		if (!found) throw new Error(`no test credential ${typeName}`);
		return found;
	}

	getParentTypes(): string[] {
		return [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		data: ICredentialDataDecryptedObject,
		typeName: string,
		options: IHttpRequestOptions | IRequestOptionsSimplified,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.of(typeName).type;
		if (typeof authenticate !== 'function') return options as IHttpRequestOptions;
		return await authenticate(data, options as IHttpRequestOptions);
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		data: ICredentialDataDecryptedObject,
		typeName: string,
		_node: INode,
		expired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const { type } = this.of(typeName);
		const expirable = type.properties.find(({ typeOptions }) => typeOptions?.expirable === true);
		if (!expirable || !type.preAuthentication || (data[expirable.name] !== '' && !expired)) return undefined;
		return (await type.preAuthentication.call(helpers, data)) as ICredentialDataDecryptedObject;
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async getCredentials(_details: INodeCredentialsDetails, typeName: string): Promise<ICredentials> {
		throw new Error(`no stored credential ${typeName}`);
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_details: INodeCredentialsDetails,
		typeName: string,
	): Promise<ICredentialDataDecryptedObject> {
		return { ...this.of(typeName).data };
	}

	async updateCredentials(): Promise<void> {}

	async updateCredentialsOauthTokenData(): Promise<void> {}

	getCredentialsProperties(typeName: string): INodeProperties[] {
		return this.of(typeName).type.properties;
	}
}
