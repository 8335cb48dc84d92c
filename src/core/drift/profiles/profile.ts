import type { Status } from '../../verdict.ts'
import type { PandasColumn } from './pandas-column.ts'

/** What another tool says of a column. */
export interface ToolFinding {
  /** The tool's own name of the method. */
  readonly method: string
  /** Kind of column, as the tool takes it. */
  readonly kind: string
  readonly score?: number
  readonly threshold?: number
  /** How the score is held against the threshold where the column has drifted. */
  readonly comparator: '<' | '<=' | '>' | '>='
  /** Undefined where the tool would fail, or cannot be reproduced. */
  readonly drifted?: boolean
  /** Why it is undefined, or what is wrong with the tool's rule here. */
  readonly note?: string
}

/** What another tool says of the table. */
export interface ToolVerdict {
  readonly status: Status
  readonly reason: string
  readonly measured: { readonly value: number; readonly unit: string; readonly n: number }
  readonly required: { readonly comparator: '<' | '<=' | '='; readonly value: number }
}

/** Limits that the settings give, by method or column. */
export type Limits = Readonly<Record<string, number>>

/** The rules of another tool, reproduced with its defaults. */
export interface Profile {
  readonly id: string
  /** Name and version of the tool. */
  readonly tool: string
  /** What decides, as a sentence. */
  readonly rule: string
  /** Where the tool's own rule is wrong or means something else than its name says. */
  readonly caveats: readonly string[]
  compare(reference: PandasColumn, current: PandasColumn, name: string, limits: Limits): ToolFinding
  decide(findings: readonly ToolFinding[]): ToolVerdict
}
