import type { Required } from '../evidence.ts'

/** What a tool says of one of its own checks. `error`: it could not be run; `skipped`: it was not. Undefined where the file has no word on it. */
export type Said = 'pass' | 'warn' | 'fail' | 'error' | 'skipped'

/** What must hold of the value, and what it means where it does not. */
export interface Bound {
  readonly comparator: Extract<Required['comparator'], '>=' | '>' | '<=' | '<' | '=' | '!=' | 'in' | 'not in'>
  readonly value: number | string | readonly (number | string)[]
  /** Room on either side of an equal value. */
  readonly within?: number
  readonly breach: 'fail' | 'warn'
}

/** One question that another tool has asked and answered. */
export interface ResultItem {
  /** Kind of question and what it is asked of, without the tool: `value-drift.age`. */
  readonly id: string
  readonly title: string
  readonly column?: string
  /** Id of the method, where it has one. */
  readonly method?: string
  /** Absent where the file has none; NaN where the tool could not compute one. */
  readonly value?: number | string
  readonly unit?: string
  readonly n?: number
  /** How far the value in the file may be from the one that was computed: the tool rounds it. */
  readonly rounding?: number
  /** Empty where the file does not say what was required: the tool's own word is all there is. */
  readonly bounds: readonly Bound[]
  readonly said?: Said
  /** Why there is no value, or why the tool's own word is all there is. */
  readonly note?: string
}

/** What a file of results holds. */
export interface ReadResults {
  /** Of the tool, where the file has it. */
  readonly version?: string
  readonly items: readonly ResultItem[]
  /** Why the file does not hold everything that was asked. */
  readonly incomplete?: string
}

/** Files of the same run that say what was required, by name, as JSON; undefined where there is none. */
export type Beside = (name: string) => unknown

/** Results of another tool, told by their content. */
export interface ResultFormat {
  readonly id: string
  /** Name of the tool, as checks show it and begin their ids with in lower case. */
  readonly tool: string
  /** As a sentence names it: `an Evidently report`. */
  readonly title: string
  readonly gate: 'data-validate' | 'drift-compare'
  /** Its files hold numbers and nothing that was required of them: those without a threshold in the settings are left aside. */
  readonly isOnlyMeasured?: boolean
  /** What to do about a file that asks nothing. */
  readonly hint?: string
  /** Names of files in the same folder that it reads too. */
  readonly beside?: readonly string[]
  recognise(value: unknown): boolean
  /** Throws a `ZodError` where it is of another shape inside. */
  read(value: unknown, beside: Beside): ReadResults
}

export const defineResultFormat = (format: ResultFormat): ResultFormat => format
