import { readFileSync } from 'node:fs';
import { CATALOGUE, catalogueText } from '../../scripts/catalogue';
import { BAIYING_CATALOGUE, baiyingCatalogueText } from '../../scripts/baiyingCatalogue';
import { stalePages } from '../../scripts/docs';

it('the catalogue of the nodes is up to date (tsx scripts/catalogue.ts)', () => {
	expect(readFileSync(CATALOGUE, 'utf8')).toBe(catalogueText());
});

it("the catalogue of Baiying's operations is up to date (tsx scripts/baiyingCatalogue.ts)", () => {
	expect(readFileSync(BAIYING_CATALOGUE, 'utf8')).toBe(baiyingCatalogueText());
});

it('the generated pages are up to date (npm run docs)', () => {
	expect(stalePages()).toEqual([]);
});
