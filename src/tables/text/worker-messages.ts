import type { TableJob } from '../../core/tables/table-job.ts'
import type { RunState } from '../../core/tables/table-run.ts'
import type { Form } from './grammar.ts'
import type { KernelMemory } from './kernel/kernel.ts'
import type { MeasuredSegment } from './measure-segment.ts'
import type { Segment } from './segments.ts'

/** What a worker begins with. */
export interface WorkerStart {
  readonly job: TableJob
  readonly header: readonly string[]
  readonly form: Form
  /** Memory that segments are in. */
  readonly memory: KernelMemory
  /** Folder for what takes up too much memory; without it, it is kept. */
  readonly overflow: string | undefined
}

/** A segment by its address, or that there are no more. */
export type ToWorker = (Omit<Segment, 'bytes'> & { readonly address: number }) | 'finish'

export type FromWorker = { readonly measured: MeasuredSegment } | { readonly state: RunState }
