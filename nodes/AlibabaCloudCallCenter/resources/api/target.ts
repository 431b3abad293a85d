import type { Effect } from '../../../common/action/action';
import { InputError } from '../../../common/vendor/errors';
import { vendorAction, type Parameter, type VendorAction } from '../../api/catalogue';
import type { Product } from '../../api/endpoint';
import { VERSION } from '../../api/transport';

/** What the user says about where a request goes. */
export interface Aim {
	product?: string;
	version?: string;
	endpoint?: string;
	parameterPlace?: Parameter['place'];
}

interface ProductFacts {
	version: string;
	place: Parameter['place'];
}

/** Products that people use along with the call center. Source: the official SDKs, and the vendor's pages of the products. */
const PRODUCTS: ReadonlyMap<string, ProductFacts> = new Map([
	['aiccs', { version: '2019-10-15', place: 'query' }],
	['ccc', { version: VERSION, place: 'query' }],
	['dyvmsapi', { version: '2017-05-25', place: 'query' }],
	['outboundbot', { version: '2025-11-11', place: 'form' }],
]);

function productName({ product = 'ccc' }: Aim): string {
	return product.toLowerCase();
}

/** Whether a request is for the API that the catalogue describes. */
export function isCallCenter(aim: Aim): boolean {
	return productName(aim) === 'ccc' && (aim.version ?? VERSION) === VERSION;
}

/** Where a request goes, and what is known about it. */
export interface Target {
	action: string;
	version: string;
	method: VendorAction['method'];
	product?: Product;
	/** Where parameters travel that the catalogue doesn't know. */
	place: Parameter['place'];
	/** What the catalogue knows about the action. */
	known?: VendorAction;
}

function placeOf(known: VendorAction | undefined): Parameter['place'] | undefined {
	if (!known || known.parameters.length === 0) return undefined;
	return known.parameters.every(({ place }) => place === 'form') ? 'form' : 'query';
}

/** Throws an InputError if the version of the product's API has to be named. */
export function targetOf(action: string, aim: Aim): Target {
	const name = productName(aim);
	const facts = PRODUCTS.get(name);
	const version = aim.version ?? facts?.version;
	if (version === undefined) throw new InputError(`'Version' is empty: add it, since the node does not know the versions of ${aim.product}`);
	const known = isCallCenter(aim) ? vendorAction(action) : undefined;
	const product = { name: name === 'ccc' ? undefined : name, endpoint: aim.endpoint };
	return {
		action,
		version,
		method: known?.method ?? 'POST',
		product: product.name || product.endpoint ? product : undefined,
		place: aim.parameterPlace ?? placeOf(known) ?? facts?.place ?? 'query',
		known,
	};
}

/** What nobody has described may ring phones. */
export function effectOf({ known }: Target): Effect {
	return known?.effect ?? 'dial';
}
