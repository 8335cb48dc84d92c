import { P as _coercedString, Q as _coercedNumber, R as ZodString, y as ZodNumber } from './schemas2.js';

function string(params) {
    return _coercedString(ZodString, params);
}
function number(params) {
    return _coercedNumber(ZodNumber, params);
}

export { number as n, string as s };
