import type { Group } from '../slices/group.ts'

/** The rows of a group by what was predicted and what is true, in terms of the favourable class. */
export interface Outcomes {
  readonly group: Group
  /** Predicted favourable and truly so. */
  readonly hits: number
  /** Predicted unfavourable and truly favourable. */
  readonly misses: number
  /** Predicted favourable and truly unfavourable. */
  readonly gifts: number
  /** Predicted unfavourable and truly so. */
  readonly others: number
}

export const rowsOf = ({ hits, misses, gifts, others }: Outcomes): number => hits + misses + gifts + others
