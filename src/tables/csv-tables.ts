import { availableParallelism } from 'node:os'
import { locate } from '../files/locate.ts'
import { regularFile } from '../files/regular-file.ts'
import type { Tables } from '../ports.ts'
import { fileSource } from './csv/byte-source.ts'
import type { CsvFile } from './csv/csv-file.ts'
import { type HashedReader, hashedReader } from './csv/hashed-reader.ts'
import { measureCsv } from './csv/measure-csv.ts'
import { openCsv } from './csv/open-csv.ts'

/** A smaller file is measured sooner on this thread than a worker starts, in bytes. */
const SMALL = 8 * 1024 * 1024
/** Bytes of a segment, with workers and without. */
const SEGMENT = 4 * 1024 * 1024
const PIECE = 1024 * 1024

/** CSV files (RFC 4180; `.tsv` and `.tab` separated by tabs) of this machine, by path relative to `root`. */
export function csvTables(root: string, workers: number = availableParallelism()): Tables {
  return {
    open: path => reading(root, path, async ({ file, reader }) => openCsv(file, await reader())),
    measure: (path, job, progress) =>
      reading(root, path, async ({ file, reader, size }) => {
        const effort = size < SMALL ? { workers: 0, segment: Math.min(PIECE, size + 1) } : { workers, segment: SEGMENT }
        return measureCsv(file, await reader(), job, effort, progress)
      }),
  }
}

async function reading<Value>(root: string, path: string, read: (found: Found) => Promise<Value>): Promise<Value> {
  const located = locate(root, path)
  const { size } = await regularFile(root, located)
  const source = fileSource(located)
  const separator = /\.(tsv|tab)$/i.test(located.name) ? '\t' : ','
  const file = { name: located.name, separator: separator.charCodeAt(0), source }
  return read({ file, size, reader: async () => hashedReader(await source.open(0)) })
}

interface Found {
  readonly file: CsvFile
  readonly size: number
  reader(): Promise<HashedReader>
}
