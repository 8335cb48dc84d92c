/** A source of random numbers, the same ones for the same seed on every machine. */
export interface Random {
  /** A whole number from 0 to 2³² − 1. */
  word(): number
  /** A multiple of 2⁻⁵³ in [0, 1). */
  uniform(): number
  /** A whole number from 0 to n − 1, for n up to 2³². */
  below(n: number): number
}
