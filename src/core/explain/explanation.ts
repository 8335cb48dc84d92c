import type { GateName } from '../evidence.ts'

/** What kinds of things are explained. */
export type ExplainedKind =
  | 'check'
  | 'claim'
  | 'metric'
  | 'behaviour'
  | 'degradation'
  | 'method'
  | 'rule over a series'
  | 'workflow rule'
  | 'format'
  | 'kind of sensitive data'
  | 'token method'
  | 'rule of a policy'
  | 'step of a verification'
  | 'fault'

/** What something that the product reports means, in the words of a reader who has just met it. */
export interface Explanation {
  /** As reports call it, without the names of tables, columns and files. */
  readonly id: string
  readonly kind: ExplainedKind
  /** The gate whose it is; absent where it belongs to the record, or to several. */
  readonly gate?: GateName
  /** What it is of, where the same id is explained several times: the task of a metric. */
  readonly of?: string
  /** Other words by which it is asked for. */
  readonly also?: readonly string[]
  readonly title: string
  readonly means: string
  /** How it is computed: the exact definition. */
  readonly computed: string
  /** Where the definition is from, and where it stands in the code. */
  readonly source: string
  /** What to do when it fails, or cannot tell. */
  readonly remedy: string
}
