/** Loss of predicting a quantile: an error upwards costs 1 − quantile, one downwards quantile (Koenker & Bassett 1978). */
export const pinballLosses = (errors: Float64Array, quantile: number): Float64Array =>
  errors.map(error => (error > 0 ? (1 - quantile) * error : -quantile * error))
