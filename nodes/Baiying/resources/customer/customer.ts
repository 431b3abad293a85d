import type { Properties } from './properties';

/** A customer as Baiying takes one. */
export interface Customer {
	name: string;
	phone: string;
	properties: Properties;
}

/** What the fields hold for one customer. */
export interface CustomerFields {
	phone: string;
	name?: string;
	properties?: Properties;
	propertiesJson?: Properties;
}

type OwnProperties = Array<{ name: string; value: string }>;

export function customerOf({ phone, name, properties, propertiesJson }: CustomerFields, own: OwnProperties = []): Customer {
	const common = Object.fromEntries(own.map((property) => [property.name, property.value]));
	return { name: name ?? phone, phone, properties: { ...common, ...properties, ...propertiesJson } };
}
