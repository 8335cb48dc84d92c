import { open } from 'node:fs/promises'
import { withoutPin } from '../core/address.ts'
import { fileError } from '../files/file-error.ts'
import { findFile, type Whereabouts } from '../files/find-file.ts'
import { regularFile } from '../files/regular-file.ts'
import type { Tables } from '../ports.ts'
import { csv } from './csv/csv.ts'
import { dialectTable } from './dialect/dialect-table.ts'
import { jsonLines } from './json-lines/json-lines.ts'
import { findByLine, measureRows } from './measure-rows.ts'
import { parquet } from './parquet/parquet.ts'
import type { TableFile, TableFormat } from './table-format.ts'

/** Kinds of file, the first that recognises one counts. */
const formats = (workers: number | undefined): readonly TableFormat[] => [
  parquet(workers),
  jsonLines(workers),
  csv(workers),
]

/** Bytes by which a kind of file is told. */
const HEAD = 64

/** Tables of this machine, by path relative to `root`, or by address where there are sources: CSV and JSON Lines, compressed or not, and Parquet. */
export function localTables(root: string, workers?: number, sources?: Whereabouts['sources']): Tables {
  const here: Whereabouts = { root, sources }
  const all = formats(workers)
  return {
    async open(path, dialect) {
      const file = await tableFile(here, path)
      return dialect ? dialectTable(file, dialect) : formatOf(file).open(file)
    },
    async measure(path, job, options) {
      const file = await tableFile(here, path)
      const { dialect } = options
      if (dialect) return measureRows(() => dialectTable(file, dialect), job, options)
      const format = formatOf(file)
      return format.measure?.(file, job, options) ?? measureRows(() => format.open(file), job, options)
    },
    find: (path, header, dialect) => async places => {
      const file = await tableFile(here, path)
      if (dialect) return findByLine(() => dialectTable(file, dialect))(places)
      const format = formatOf(file)
      return (format.find?.(file, header) ?? findByLine(() => format.open(file)))(places)
    },
  }

  function formatOf(file: TableFile): TableFormat {
    const format = all.find(format => format.recognise(file))
    if (!format) throw new Error(`${file.name} is of no kind of file`)
    return format
  }
}

async function tableFile(here: Whereabouts, path: string): Promise<TableFile> {
  const located = await findFile(here, path)
  const { size } = await regularFile(here.root, located)
  const head = await readHead(located.absolute).catch(cause => {
    throw fileError(located.name, 'read', cause)
  })
  return { ...located, size, head, plainName: withoutPin(located.name).replace(/\.(gz|zst|zstd)$/i, '') }
}

async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const head = new Uint8Array(HEAD)
    const { bytesRead } = await file.read(head, 0, HEAD, 0)
    return head.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
