import type { FindRows } from '../core/tables/shown-rows.ts'
import type { TableJob } from '../core/tables/table-job.ts'
import type { Located } from '../files/locate.ts'
import type { MeasuredTable, MeasureOptions, Table } from '../ports.ts'

/** A file that holds a table. */
export interface TableFile extends Located {
  /** Bytes on disk. */
  readonly size: number
  /** Name without the ending of a compressed file. */
  readonly plainName: string
  /** First bytes of the file as it stands on disk. */
  readonly head: Uint8Array
}

/** How a kind of file is read. */
export interface TableFormat {
  readonly id: string
  recognise(file: TableFile): boolean
  open(file: TableFile): Promise<Table>
  /** Row by row, where there is no faster way. */
  measure?(file: TableFile, job: TableJob, options: MeasureOptions): Promise<MeasuredTable>
  /** By line, where there is no faster way. */
  find?(file: TableFile, header: readonly string[]): FindRows
}
