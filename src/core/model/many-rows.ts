/** Of more rows than these, what takes long and was not asked for is left out: bootstraps of metrics without a claim, calibration. */
export const MANY_ROWS = 100_000
