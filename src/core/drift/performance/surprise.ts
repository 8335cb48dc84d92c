/** −ln of a probability, clipped at the double's epsilon as scikit-learn does. */
export const surprise = (probability: number): number =>
  -Math.log(Math.min(Math.max(probability, Number.EPSILON), 1 - Number.EPSILON))

/** The largest that it can be. */
export const GREATEST_SURPRISE = -Math.log(Number.EPSILON)
