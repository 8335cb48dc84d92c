import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { fileError } from '../files/file-error.ts'
import { type Located, locate } from '../files/locate.ts'
import { regularFile } from '../files/regular-file.ts'
import { textGuard } from '../files/text-guard.ts'
import type { Row, Table, Tables } from '../ports.ts'
import { refuseHeader } from './check-header.ts'
import { csvRecords } from './csv-records.ts'
import { measureRows } from './measure-rows.ts'
import { refuseRagged } from './refuse-ragged.ts'

/**
 * Bytes read at once. Small, because V8 lets its young generation grow with what survives a piece: a table of a few hundred
 * kilobytes takes a quarter less memory than in pieces of 64 KiB, and no more time.
 */
const PIECE = 16 * 1024

/** CSV files (RFC 4180; `.tsv` and `.tab` separated by tabs) of this machine, by path relative to `root`. */
export function csvTables(root: string): Tables {
  const openAt = async (path: string) => open(root, locate(root, path))
  return { open: openAt, measure: (path, job, progress) => measureRows(() => openAt(path), job, progress) }
}

async function open(root: string, located: Located): Promise<Table> {
  await regularFile(root, located)
  const { name } = located
  const separator = /\.(tsv|tab)$/i.test(name) ? '\t' : ','
  const sha256 = createHash('sha256')
  let bytes = 0
  let rows = 0
  let digest: string | undefined

  const records = csvRecords(located, separator, chunks())
  const { value: first = [] } = await records.next()
  const [header, ...ahead] = first
  refuseHeader(name, separator, header?.cells)
  const width = header.cells.length

  return { header: header.cells, batches: batches(), material }

  async function* batches(): AsyncGenerator<readonly Row[]> {
    const ragged = refuseRagged(name, width)
    try {
      for (let batch = ahead; ; ) {
        const kept = ragged(batch)
        rows += kept.length
        if (kept.length > 0) yield kept
        const next = await records.next()
        if (next.done) break
        batch = next.value
      }
      digest = sha256.digest('hex')
    } finally {
      await records.return(undefined)
    }
  }

  function material(role: Parameters<Table['material']>[0]) {
    if (digest === undefined) throw new Error(`${name} has not been read to its end`)
    return { name, role, digest: { sha256: digest }, bytes, rows }
  }

  async function* chunks(): AsyncGenerator<Uint8Array> {
    const guard = textGuard(name)
    try {
      for await (const chunk of createReadStream(located.absolute, { highWaterMark: PIECE })) {
        sha256.update(chunk)
        bytes += chunk.length
        yield guard.next(chunk)
      }
    } catch (cause) {
      throw fileError(name, 'read', cause)
    }
    guard.end()
  }
}
