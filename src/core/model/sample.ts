/** Rows as what was drawn from a population: how many; of a task that judges queries or items, those. */
export interface Sample {
  readonly n: number
}
