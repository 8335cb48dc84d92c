import { availableParallelism } from 'node:os'
import type { FindRows } from '../core/tables/shown-rows.ts'
import { findRows } from './csv/csv-file.ts'
import { measureCsv } from './csv/measure-csv.ts'
import { openCsv } from './csv/open-csv.ts'
import { openWith } from './open-with.ts'
import type { TableFile, TableFormat } from './table-format.ts'
import { textSource } from './text-source.ts'

/** A smaller file is measured sooner on this thread than a worker starts, in bytes. */
const SMALL = 8 * 1024 * 1024
/** Bytes of a segment, with workers and without. */
const SEGMENT = 2 * 1024 * 1024
const PIECE = 1024 * 1024

/** CSV: RFC 4180 in UTF-8; `.tsv` and `.tab` separated by tabs. */
export const csv = (workers: number = Math.max(1, availableParallelism() - 1)): TableFormat => ({
  id: 'csv',
  recognise: () => true,
  async open(file) {
    const { source, reader } = textSource(file)
    return openWith(await reader(), reader => openCsv(csvFile(file, source), reader))
  },
  find: findInCsv,
  async measure(file, job, options) {
    const { source, reader, compressed } = textSource(file)
    const small = file.size < SMALL && !compressed
    const effort = small ? { workers: 0, segment: Math.min(PIECE, file.size + 1) } : { workers, segment: SEGMENT }
    return measureCsv(csvFile(file, source), await reader(), job, effort, options)
  },
})

/** Finds rows of a CSV file again by the byte on which they begin. */
function findInCsv(file: TableFile, width: number): FindRows {
  return places => findRows(csvFile(file, textSource(file).source), places, width)
}

const csvFile = ({ name, plainName }: TableFile, source: ReturnType<typeof textSource>['source']) => ({
  name,
  separator: (/\.(tsv|tab)$/i.test(plainName) ? '\t' : ',').charCodeAt(0),
  source,
})
