import type { Settings } from '../settings/schema.ts'
import type { Column, Side } from './column.ts'
import type { ColumnKind } from './column-kind.ts'

/** The settings that bound an effect. */
export type LimitName = Extract<keyof Settings['drift'], `max-${string}`>

interface Described {
  /** Name of the file and of the folder of cases. */
  readonly id: string
  readonly title: string
  /** The exact definition: estimator, test, bounds, edge rules, sources. Stands in the evidence. */
  readonly variant: string
  readonly accepts: readonly ColumnKind[]
}

/** A method that answers a question about a column: its measurement becomes a check. */
export interface DecidingMethod extends Described {
  /** The question: last part of the check's id, one per column. */
  readonly question: string
  /** What the check would have: `same distribution`. */
  readonly claim: string
  /** What is measured, as a sentence calls it: `a KS distance`. */
  readonly quantity: string
  readonly limit: LimitName
  /** Largest harmless effect on the method's own scale, unless `limits` names one; without it, `limit` says. */
  readonly harmless?: number
  /** What a column must have for the method to be computed, where values are not enough: `two categories`. */
  readonly needs?: string
  /** What to do about a change that is too large and not harmless. */
  readonly remedy: string
  /** What other numbers of current rows would tell, from the reference alone; absent where the method's power is not known. */
  plan?(reference: Side, asked: Planned): Powers
  /** Undefined where a side has nothing to measure. Random methods draw by the seed, which the inputs decide on. */
  measure(column: Column, alpha: number, seed: string): Measurement | undefined
}

/** A method whose number people know and want to see, whether or not it decides. */
export interface ReportingMethod extends Described {
  report(column: Column): number | undefined
}

/** What is planned for: a column that is to pass if it has not changed, and to fail if it has by `effect`. */
export interface Planned {
  readonly limit: number
  readonly effect: number
  readonly alpha: number
  /** Tests that p-values are adjusted over. */
  readonly tests: number
  /** Chance with which either is to happen. */
  readonly power: number
}

/** Whether so many current rows are enough. */
export interface Powers {
  /** An unchanged column passes, rather than being undecided. */
  passes(current: number): boolean
  /** A column that has changed by the effect fails. */
  finds(current: number): boolean
}

export type Method = DecidingMethod | ReportingMethod | (DecidingMethod & ReportingMethod)

export interface Measurement {
  /** Size of the change, 0 for none. */
  readonly effect: number
  /** Rows the effect rests on. */
  readonly n: number
  /** What changed, in a few words that hold no value of the column. */
  readonly detail?: string
  /** What changed, told by values of the column: not for one that is sensitive. */
  readonly values?: string
  /** Line of the current table to look at. */
  readonly line?: number
  /** Absent where the rows at hand are the whole question, and nothing is inferred from them. */
  readonly inference?: Inference
}

/** What the rows say about the populations they were drawn from. */
export interface Inference {
  /** Lower and upper confidence bound of the true effect, each wrong with chance `alpha` at most: a two-sided interval at level 1 − 2 alpha. */
  readonly interval: readonly [number, number]
  /** Of the hypothesis that nothing has changed. */
  readonly pValue: number
  /** Of the hypothesis that the true effect is at most a limit, never below `pValue`; absent where the method's law is not known. */
  beyond?(limit: number): number
  /** False where no outcome with these margins could be significant, such as no missing value on either side. */
  readonly testable: boolean
  /** Rows of each side that the interval rests on, as opposed to rows that have no value. */
  readonly rows: { readonly reference: number; readonly current: number }
  /** The upper bound to expect with other numbers of rows: if the change stays as found, or (`drifted` false) was chance. */
  upperAt(reference: number, current: number, drifted: boolean): number
}

/** A method as its file declares it. */
export const defineMethod = <M extends Method>(method: M): M => method

export const isDeciding = (method: Method): method is DecidingMethod => 'measure' in method

export const isReporting = (method: Method): method is ReportingMethod => 'report' in method
