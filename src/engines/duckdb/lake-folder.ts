import { open, readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { duckdb as dialect } from '../../core/pushdown/dialects/duckdb.ts'
import type { EngineTable } from '../../core/pushdown/engine-table.ts'
import { textLiteral } from '../../core/pushdown/sql.ts'
import { UserError } from '../../core/user-error.ts'

/** A table that is a folder, in one of its states. */
export interface LakeTable {
  /** Extensions of DuckDB that read it, in the order in which they are loaded. */
  readonly extensions: readonly string[]
  readonly from: string
  readonly snapshot: { readonly id: string; readonly at?: string }
}

type Wanted = Pick<EngineTable, 'url' | 'snapshot' | 'asOf'>

/** Bytes of a file that tells of a table. */
const MAX_METADATA = 64 * 1024 * 1024

/** The table that a folder holds, Delta Lake's or Iceberg's, in the state that is asked for, else in its last one; undefined of any other folder. */
export async function lakeFolder(folder: string, wanted: Wanted): Promise<LakeTable | undefined> {
  const names = new Set(await readdir(folder))
  if (names.has('_delta_log')) return delta(folder, wanted)
  return names.has('metadata') ? iceberg(folder, wanted) : undefined
}

/** https://github.com/delta-io/delta/blob/master/PROTOCOL.md: a version is a file of the log, named by its number. */
async function delta(folder: string, { url, snapshot, asOf }: Wanted): Promise<LakeTable> {
  if (asOf !== undefined)
    throw noSnapshot(url, `as-of, which DuckDB does not know of Delta Lake`, 'Name a version as snapshot')
  const log = await readdir(join(folder, '_delta_log'))
  const versions = log.flatMap(name => (/^\d{20}\.json$/.test(name) ? [Number(name.slice(0, 20))] : []))
  const last = Math.max(-1, ...versions)
  const version = snapshot === undefined ? last : /^\d{1,15}$/.test(snapshot) ? Number(snapshot) : -1
  if (version < 0 || version > last)
    throw noSnapshot(url, `${snapshot ?? 'none'} of ${last + 1}`, `Name a version from 0 to ${last}`)
  return {
    extensions: ['delta'],
    from: `delta_scan(${textLiteral(dialect, folder)}, version := ${version})`,
    snapshot: { id: String(version) },
  }
}

/** https://iceberg.apache.org/spec/: the last file of metadata, by its hint or its number, tells the current snapshot and those before. */
async function iceberg(folder: string, { url, snapshot, asOf }: Wanted): Promise<LakeTable> {
  const metadata = join(folder, 'metadata')
  const files = (await readdir(metadata)).filter(name => /^v?\d+(-[0-9a-f-]+)?\.metadata\.json$/.test(name))
  const hint = await readFile(join(metadata, 'version-hint.text'), 'utf8').then(
    text => text.trim(),
    () => undefined,
  )
  const numberOf = (name: string) => Number(/\d+/.exec(name)?.[0])
  const hinted = files.find(name => name === `v${hint}.metadata.json`)
  const file = hinted ?? files.toSorted((a, b) => numberOf(b) - numberOf(a))[0]
  if (file === undefined) throw noSnapshot(url, 'no file of metadata', 'Look at its folder metadata')
  const text = await small(join(metadata, file))
  const log = [...text.matchAll(/\{[^{}]*"timestamp-ms"\s*:\s*(\d+)[^{}]*\}/g)].flatMap(([entry, at]) => {
    const id = /"snapshot-id"\s*:\s*(\d+)/.exec(entry)?.[1]
    return id === undefined ? [] : [{ id, at: Number(at) }]
  })
  // As text: a number of JSON would lose digits.
  const current = /"current-snapshot-id"\s*:\s*(\d+)/.exec(text)?.[1]
  const before = log.filter(({ at }) => asOf !== undefined && at <= Date.parse(asOf)).toSorted((a, b) => b.at - a.at)[0]
  const id = snapshot ?? (asOf === undefined ? current : before?.id)
  if (id === undefined || !/^\d{1,19}$/.test(id))
    throw noSnapshot(
      url,
      asOf === undefined ? (snapshot ?? 'none') : `none as old as ${asOf}`,
      'Name the id of a snapshot',
    )
  const at = log.find(entry => entry.id === id)?.at
  const version = basename(file, '.metadata.json').replace(/^v/, '')
  return {
    extensions: ['avro', 'iceberg'],
    from: `iceberg_scan(${textLiteral(dialect, folder)}, version := ${textLiteral(dialect, version)}, allow_moved_paths := true, snapshot_from_id := ${id}::UBIGINT)`,
    snapshot: { id, ...(at === undefined ? {} : { at: new Date(at).toISOString() }) },
  }
}

async function small(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (size > MAX_METADATA) throw new Error(`${basename(path)} has ${size} bytes`)
    return await file.readFile('utf8')
  } finally {
    await file.close()
  }
}

const noSnapshot = (url: string, found: string, hint: string): UserError =>
  new UserError('engine.snapshot', `Expected a snapshot of ${url} but found ${found}`, { hint })
