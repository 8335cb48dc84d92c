import { J as _coercedNumber, K as _coercedString, L as ZodString, m as ZodNumber } from './schemas2.js';

function string(params) {
    return _coercedString(ZodString, params);
}
function number(params) {
    return _coercedNumber(ZodNumber, params);
}

export { number as n, string as s };
