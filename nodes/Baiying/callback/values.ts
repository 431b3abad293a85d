export { amount, chinaTime, firstText, flag, text } from '../../common/vendor/values';
