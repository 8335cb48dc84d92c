import type { Check, Findings } from '../core/evidence.ts'
import type { Settings } from '../core/settings/schema.ts'
import { type BoundTable, bindTables, type FileHeader } from '../core/tables/bind-table.ts'
import { type CheckedFile, composeChecks, unfiledTables } from '../core/tables/compose-checks.ts'
import type { ReadContract } from '../core/tables/contract/read-contract.ts'
import { speaksOfOthers } from '../core/tables/contract/speaks-of-others.ts'
import { planCross } from '../core/tables/cross-run.ts'
import type { Measure } from '../core/tables/measures/measure.ts'
import { prepareChecks } from '../core/tables/prepare-checks.ts'
import type { DataResult } from '../core/tables/result.ts'
import { readShard, type Shard } from '../core/tables/shard.ts'
import { type ShownRows, showRows } from '../core/tables/shown-rows.ts'
import { tableForFile } from '../core/tables/table-for-file.ts'
import type { ContractJob } from '../core/tables/table-job.ts'
import { notMeasured } from '../core/tables/verdicts/not-measured.ts'
import { UserError } from '../core/user-error.ts'
import { grouped } from '../core/wording/grouped.ts'
import type { Ports, Tables } from '../ports.ts'
import { contractChanges } from './contract-changes.ts'
import { dvcFindings } from './dvc-findings.ts'
import { headerOf } from './header-of.ts'
import { hookFindings } from './hook-findings.ts'
import { openContract } from './open-contract.ts'
import type { GateCommand } from './produce-evidence.ts'
import { type MeasuredFile, mergeShards, writeShard } from './shards.ts'
import { takeResults } from './take-results.ts'

/** Holds tables against their data contract, and takes over what another tool has found of them. */
export const dataValidate = {
  gate: 'data-validate',
  async find(settings, ports, out) {
    const { results, files, contract, dvc, 'result-thresholds': thresholds } = settings.data
    const besides = [
      ...(dvc === undefined ? [] : [await dvcFindings(dvc, ports)]),
      ...(results ? [await takeResults(results, thresholds, 'data-validate', ports.files)] : []),
    ]
    const only = besides.length > 0 && files === undefined && contract === undefined
    const validated = only
      ? { materials: [], checks: [], result: { files: [] } }
      : await validate(settings.data, ports, out)
    const hooks = await hookFindings(settings.connections.lakefs?.hooks ?? [], validated.materials, ports)
    const others = [...besides, hooks]
    return {
      ...validated,
      materials: [...validated.materials, ...others.flatMap(({ materials }) => materials)],
      checks: [...validated.checks, ...others.flatMap(({ checks }) => checks)],
    }
  },
} satisfies GateCommand<'data-validate'>

/** Each table in one pass; no row is kept. */
async function validate(data: Settings['data'], ports: Ports, out: string): Promise<Findings<'data-validate'>> {
  const paths = required(data.files, 'files', 'the tables to validate', 'data')
  const contractPath = required(data.contract, 'contract', 'what they must look like', 'contract')
  const { contract, written, text, material, schemas } = await openContract(contractPath, ports.files)
  await prepareChecks(text)
  const files = await ports.files.list(paths)
  const asOf = ports.now().getTime()
  const headers = await headersOf(contract, files, ports.tables)
  const jobs = files.map(file => ({
    file,
    contract: { name: contract.name, text },
    asOf,
    others: headers.filter(other => other.file !== file),
  }))
  const shard = data.shard === undefined ? undefined : readShard(data.shard)
  const digests = [material, ...schemas].map(({ digest }) => digest.sha256)
  // Of the contract alone, unless it names what else it consists of.
  const [sha256 = ''] = digests.length > 1 ? [ports.sha256(digests.join('\n'))] : digests
  const shared = { name: contract.name, sha256 }
  const measured = data.merge
    ? await mergeShards(await ports.files.list(data.merge), jobs, shared, ports)
    : await measureAll(jobs, shard, ports)
  const materials = [material, ...schemas, ...measured.map(({ material: read }) => read('data'))]
  if (shard) return { materials, ...(await writeShard(shard, measured, shared, ports.files, out)) }

  const tables = bindTables(contract, measured, asOf)
  const crossed = await crossChecks(tables, measured, ports)
  const checked: CheckedFile[] = []
  const profiles: DataResult['files'] = []
  for (const [i, { file, run, find, read, material: materialOf }] of measured.entries()) {
    const table = tableForFile(contract, file)
    const { checks, columns } = await showRows(run.answer, { find, read, sha256: ports.sha256 })
    checked.push({ file, table, checks: [...checks, ...(crossed[i] ?? [])] })
    profiles.push({ file, table: table.object.name, rows: materialOf('data').rows ?? 0, columns })
  }
  const changes = await contractChanges(contract, written, ports)
  const checks = [...composeChecks(checked), ...unfiledTables(contract, checked), ...changes]
  return { materials, checks, result: { files: profiles } }
}

/** Headers of all files, where the contract has rules over two tables; they are read twice then. */
async function headersOf(
  { tables: all }: ReadContract,
  files: readonly string[],
  tables: Tables,
): Promise<FileHeader[]> {
  if (files.length < 2 || !all.some(({ object }) => speaksOfOthers(object))) return []
  const headers: FileHeader[] = []
  for (const file of files) {
    headers.push({ file, header: await headerOf(tables, file) })
  }
  return headers
}

async function measureAll(jobs: readonly ContractJob[], shard: Shard | undefined, { tables, log }: Ports) {
  const measured: MeasuredFile[] = []
  for (const job of jobs) {
    const { file } = job
    const progress = (rows: number) => log.progress(`${file}: ${grouped(rows)} rows`)
    measured.push({ file, ...(await tables.measure(file, job, { progress, shard })) })
  }
  return measured
}

/** The answers to rules over two tables, by the file they are rules of. */
async function crossChecks(
  tables: readonly BoundTable[],
  measured: readonly MeasuredFile[],
  { sha256 }: Ports,
): Promise<Check[][]> {
  const found: Check[][] = tables.map(() => [])
  for (const { rule, measures, measuresOfOther, finish } of planCross(tables)) {
    const own = tables.indexOf(rule.table)
    const [left, right] = [measured[own], measured[tables.indexOf(rule.other)]]
    if (!left || !right) continue
    const open = openReason(left, measures) ?? openReason(right, measuresOfOther)
    if (open !== undefined) {
      found[own]?.push(notMeasured(rule, open))
      continue
    }
    const compose = (rows: ShownRows) =>
      finish(
        key => left.run.state.get(key),
        key => right.run.state.get(key),
        rows,
      )
    found[own]?.push(await showRows(compose, { find: left.find, sha256, read: left.read ?? right.read }))
  }
  return found
}

/** Why measures of a table cannot be held against those of another: they were not taken, or on an engine, which counts keys and keeps none. */
function openReason({ file, run }: MeasuredFile, measures: readonly Measure<unknown>[]): string | undefined {
  const reason = measures.flatMap(({ key }) => run.untaken.get(key) ?? [])[0]
  if (reason !== undefined) return reason
  const counted = measures.some(({ key, asks }) => asks?.is === 'keys' && hasCounted(run.state.get(key)))
  return counted
    ? `The keys of ${file} were counted where it is, and cannot be held against those of another table`
    : undefined
}

const hasCounted = (state: unknown): boolean => {
  const keys = typeof state === 'object' && state !== null && 'keys' in state ? state.keys : undefined
  return typeof keys === 'object' && keys !== null && 'counted' in keys && keys.counted !== undefined
}

function required<Value>(value: Value | undefined, key: string, what: string, input: string): Value {
  if (value !== undefined) return value
  throw new UserError('settings.missing', `Expected 'data.${key}' to be set (${what}) but found nothing`, {
    hint: `Name it under 'data.${key}' in proofmark.yml, or give it as the input '${input}'`,
  })
}
