import type { VendorAction } from '../../api/catalogue';

const PAGE_PARAMETERS = new Set(['PageNumber', 'PageSize']);

export function isPageParameter(name: string): boolean {
	return PAGE_PARAMETERS.has(name);
}

/** Whether an action returns a list page by page. */
export function isPaging({ parameters }: VendorAction): boolean {
	return parameters.some(({ name }) => name === 'PageNumber');
}
