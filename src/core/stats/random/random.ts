/** Numbers that look random and are the same on every machine. */
export interface Random {
  /** In [0, 1), 32 bits. */
  uniform(): number
  /** A whole number from 0 to below the bound. */
  below(bound: number): number
}
