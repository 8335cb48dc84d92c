import { createHash } from 'node:crypto'
import { UserError } from '../../../src/core/user-error.ts'
import type { Table, Tables } from '../../../src/ports.ts'
import { measureRows } from '../../../src/tables/measure-rows.ts'

/** Tables held in memory, by path: plain CSV without quotes, two rows a batch so that batches matter. */
export const tablesOf = (files: Readonly<Record<string, string>>): Tables => ({
  open: path => open(files, path),
  measure: (path, job, options) => measureRows(() => open(files, path), job, options),
  find: () => () => Promise.reject(new Error('No row is looked for here')),
})

async function open(files: Readonly<Record<string, string>>, path: string): Promise<Table> {
  const text = files[path]
  if (text === undefined) throw new UserError('file.missing', `Expected ${path} but found nothing`, { file: path })
  const [header = '', ...lines] = text.trimEnd().split('\n')
  const rows = lines.map((line, index) => ({ line: index + 2, cells: line.split(',') }))
  return {
    header: header.split(','),
    batches: (async function* () {
      for (let first = 0; first < rows.length; first += 2) yield rows.slice(first, first + 2)
    })(),
    material: role => ({
      name: path,
      role,
      digest: { sha256: createHash('sha256').update(text).digest('hex') },
      bytes: Buffer.byteLength(text),
      rows: rows.length,
    }),
  }
}
