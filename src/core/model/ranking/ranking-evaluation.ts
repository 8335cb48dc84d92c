import type { Sample } from '../sample.ts'

/** Results of one query as they are ranked: the highest score first, of results scored alike the least relevant one. */
export interface RankedQuery {
  readonly scores: Float64Array
  readonly relevance: Float64Array
}

/** Rankings on the hold-out. The sample is one of queries. */
export interface RankingEvaluation extends Sample {
  readonly queries: readonly RankedQuery[]
  /** How many results count. */
  readonly k: number
}
