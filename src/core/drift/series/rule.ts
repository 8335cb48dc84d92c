import type { z } from 'zod'
import type { Measured, Required } from '../../evidence.ts'
import type { Status } from '../../verdict.ts'
import type { SeriesKind } from './kinds.ts'
import type { Prepared } from './prepared.ts'

/** What a rule has found in a series. */
export interface Finding {
  readonly status: Status
  readonly measured?: Measured
  readonly required?: Required
  readonly reason: string
  readonly hint?: string
  /** Places of the buckets at fault. */
  readonly flagged?: readonly number[]
}

/** One rule over a series: a file in `anomalies/`. */
export interface Rule<Options extends z.ZodType> {
  /** Name of the file and of the folder of cases; last part of the check's id. */
  readonly id: string
  readonly title: string
  /** The exact definition: statistic, limit, sources. Stands in the evidence. */
  readonly variant: string
  /** What the check would have: `no bucket off its season`. */
  readonly claim: string
  /** Kinds that it looks at unless told otherwise. */
  readonly usual: readonly SeriesKind[]
  readonly options: Options
  /** Whether it can err on a series that has not changed: then it gets a part of alpha. */
  readonly inferential: boolean
  /** Undefined where it has nothing to ask of such a series. `alpha` is its chance of a false alarm over all judged buckets. */
  judge(series: Prepared, options: z.output<Options>, alpha: number): Finding | undefined
}

/** A rule whose options are told apart by itself only. */
export interface AnyRule extends Omit<Rule<z.ZodType>, 'judge'> {
  /** Reads the options that the settings give. */
  judge(series: Prepared, options: unknown, alpha: number): Finding | undefined
}

/** A rule as its file declares it. */
export function defineRule<Options extends z.ZodType>(rule: Rule<Options>): AnyRule {
  return { ...rule, judge: (series, options, alpha) => rule.judge(series, rule.options.parse(options), alpha) }
}
