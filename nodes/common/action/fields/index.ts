export { choice, someOf, yesNo } from './choices';
export { isOptional, optional, readField, type Field, type Fields, type Mapping, type OptionalField, type Search, type Values } from './field';
export { jsonList, jsonObject } from './json';
export { textList } from './lists';
export { locator } from './locator';
export { decimalNumber, wholeNumber } from './numbers';
export { isSecret, secretsAmong, secretText } from './secret';
export { text } from './text';
export { quoted } from './values';
