/** Resamples of a bootstrap, unless asked otherwise. */
export const RESAMPLES = 2000
