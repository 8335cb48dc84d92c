import { F as _isoDateTime, G as _isoDate, H as ZodISODateTime, I as ZodISODate } from './schemas2.js';

function datetime(params) {
    return _isoDateTime(ZodISODateTime, params);
}
function date(params) {
    return _isoDate(ZodISODate, params);
}

export { date as a, datetime as d };
