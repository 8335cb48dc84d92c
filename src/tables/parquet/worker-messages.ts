import type { TableJob } from '../../core/tables/table-job.ts'
import type { RunState } from '../../core/tables/table-run.ts'
import type { UserError } from '../../core/user-error.ts'

/** What a worker begins with. */
export interface WorkerStart {
  readonly file: { readonly name: string; readonly absolute: string; readonly size: number }
  readonly job: TableJob
  /** Folder for what takes up too much memory; without it, it is kept. */
  readonly overflow: string | undefined
}

/** A group of rows by its number, or that there are no more. */
export type ToWorker = { readonly group: number } | 'finish'

export type FromWorker =
  | 'measured'
  | { readonly state: RunState }
  | { readonly refused: Pick<UserError, 'code' | 'message' | 'hint' | 'kind'> }
