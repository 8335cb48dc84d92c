import { O as _coercedString, P as _coercedNumber, Q as ZodString, k as ZodNumber } from './schemas2.js';

function string(params) {
    return _coercedString(ZodString, params);
}
function number(params) {
    return _coercedNumber(ZodNumber, params);
}

export { number as n, string as s };
