import { validate } from '../core/documents/validate.ts'
import type { Check } from '../core/evidence.ts'
import type { DataResult } from '../core/tables/result.ts'
import { type MeasuredPart, SHARD_SCHEMA, type Shard, ShardFile, shardFile } from '../core/tables/shard.ts'
import { decodeState, encodeState } from '../core/tables/state-text.ts'
import { type ContractJob, startJob } from '../core/tables/table-job.ts'
import type { TableRun } from '../core/tables/table-run.ts'
import { UserError } from '../core/user-error.ts'
import { VERSION } from '../core/version.ts'
import type { Files, MeasuredTable, Ports } from '../ports.ts'

/** A file of the run, measured. */
export interface MeasuredFile extends MeasuredTable {
  readonly file: string
}

type Contract = ShardFile['contract']

/** Bytes of one shard's file. */
const MAX_SHARD = 512 * 1024 * 1024

/** Writes what a shard has measured; its own verdict is open, as nobody has seen all rows. */
export async function writeShard(
  shard: Shard,
  measured: readonly MeasuredFile[],
  contract: Contract,
  files: Files,
  out: string,
): Promise<{ checks: Check[]; result: DataResult }> {
  const content: ShardFile = {
    schema: SHARD_SCHEMA,
    tool: VERSION,
    shard: { ...shard },
    contract,
    files: measured.map(({ file, header, parts, run, material }) => {
      const { digest, bytes } = material('data')
      const state = Object.fromEntries([...run.state].map(([key, value]) => [key, encodeState(value)]))
      return { file, sha256: digest.sha256, bytes, header: [...header], parts: [...parts], state }
    }),
  }
  await files.write(`${out}/${shardFile(shard)}`, `${JSON.stringify(content)}\n`)
  const { index, count } = shard
  const check: Check = {
    id: 'shard',
    title: 'All rows were measured',
    status: 'inconclusive',
    reason: `This is shard ${index} of ${count}: it has measured its part of the rows, and judged none`,
    hint: `Join the shards: proofmark merge ${out}/shards/*.json`,
  }
  return { checks: [check], result: { files: [] } }
}

interface Read {
  readonly path: string
  readonly content: ShardFile
}

/** Joins what all shards have measured, as if one had measured it all; refuses shards that do not belong together. */
export async function mergeShards(
  paths: readonly string[],
  jobs: readonly ContractJob[],
  contract: Contract,
  { files, tables }: Ports,
): Promise<MeasuredFile[]> {
  const shards: Read[] = []
  for (const path of paths) shards.push({ path, content: await readShardFile(path, files) })
  refuseMixed(shards, contract)
  return jobs.map(job => {
    const own = shards.map(({ path, content }) => ({ path, ...fileIn(path, content, job.file) }))
    const { sha256 = '', bytes = 0, header = [] } = own[0] ?? {}
    const run = startJob(job, header)
    for (const { path, ...found } of own) {
      if (found.sha256 !== sha256 || JSON.stringify(found.header) !== JSON.stringify(header)) {
        throw mixed(path, `it has measured another ${job.file}`)
      }
      join(path, found.state, run)
    }
    const parts = own.flatMap(found => found.parts).toSorted((a, b) => a.part - b.part)
    refuseBlank(job.file, parts)
    const rows = parts.reduce((sum, part) => sum + part.rows, 0)
    return {
      file: job.file,
      header,
      run,
      parts,
      find: tables.find(job.file, header),
      material: role => ({ name: job.file, role, digest: { sha256 }, bytes, rows }),
    }
  })
}

async function readShardFile(path: string, files: Files): Promise<ShardFile> {
  const text = await files.readText(path, { maxBytes: MAX_SHARD })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw mixed(path, 'it is no JSON')
  }
  return validate(ShardFile, { name: path, value, place: () => ({ text: path, file: path }) }, 'shard.invalid')
}

function fileIn(path: string, { files }: ShardFile, name: string): ShardFile['files'][number] {
  const found = files.find(({ file }) => file === name)
  if (!found) throw mixed(path, `it has not measured ${name}`)
  return found
}

function refuseMixed(shards: readonly Read[], { sha256 }: Contract): void {
  const count = shards[0]?.content.shard.count ?? 0
  const seen = new Map<number, string>()
  for (const { path, content } of shards) {
    const { index } = content.shard
    const twin = seen.get(index)
    if (content.tool !== VERSION) throw mixed(path, `it is of Proofmark ${content.tool}, and this is ${VERSION}`)
    if (content.contract.sha256 !== sha256) throw mixed(path, 'it was measured for another contract')
    if (content.shard.count !== count) throw mixed(path, `it is one of ${content.shard.count} shards, not of ${count}`)
    if (twin !== undefined) throw mixed(path, `it is shard ${index}, as ${twin} is`)
    seen.set(index, path)
  }
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter(index => !seen.has(index))
  if (missing.length > 0) throw mixed(shards[0]?.path ?? '', `shard ${missing.join(', ')} of ${count} is missing`)
}

function join(path: string, state: ShardFile['files'][number]['state'], run: TableRun): void {
  try {
    run.merge(new Map(Object.entries(state).map(([key, value]) => [key, decodeState(value)])))
  } catch (cause) {
    throw mixed(path, 'what it has measured cannot be read', cause)
  }
}

/** Blank lines that end one part are a fault where rows follow in another. */
function refuseBlank(file: string, parts: readonly MeasuredPart[]): void {
  const blank = parts.findIndex(part => part.blank !== undefined)
  if (blank === -1 || parts.slice(blank + 1).every(({ rows }) => rows === 0)) return
  throw new UserError('table.ragged-row', `Expected rows to the end of ${file} but a blank line stands between them`, {
    file,
    hint: 'Complete the row or remove it',
  })
}

const mixed = (path: string, found: string, cause?: unknown) =>
  new UserError('shard.mixed', `Expected shards of one run but of ${path || 'them'} found that ${found}`, {
    ...(path ? { file: path } : {}),
    hint: 'Give the files that all shards of one run have written, and no others',
    ...(cause === undefined ? {} : { cause }),
  })
