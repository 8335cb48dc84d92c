import { type CheckedFile, composeChecks, unfiledTables } from '../core/tables/compose-checks.ts'
import type { DataResult } from '../core/tables/result.ts'
import { showRows } from '../core/tables/shown-rows.ts'
import { tableForFile } from '../core/tables/table-for-file.ts'
import type { TableJob } from '../core/tables/table-job.ts'
import { UserError } from '../core/user-error.ts'
import type { Ports } from '../ports.ts'
import { openContract } from './open-contract.ts'
import type { GateCommand } from './produce-evidence.ts'

/** Holds tables against their data contract, each in one pass; no row is kept. */
export const dataValidate = {
  gate: 'data-validate',
  isConfigured: ({ data }) => data.files !== undefined || data.contract !== undefined,
  async find({ data }, ports) {
    const paths = required(data.files, 'files', 'the tables to validate', 'data')
    const contractPath = required(data.contract, 'contract', 'what they must look like', 'contract')
    const { contract, text, material } = await openContract(contractPath, ports.files)
    const files = (await ports.files.list(paths)).map(file => ({ file, table: tableForFile(contract, file) }))

    const materials = [material]
    const checked: CheckedFile[] = []
    const profiles: DataResult['files'] = []
    for (const { file, table } of files) {
      const {
        material: read,
        checks,
        columns,
      } = await check({ file, contract: { name: contract.name, text }, asOf: ports.now().getTime() }, ports)
      materials.push(read)
      checked.push({ file, table, checks })
      profiles.push({ file, table: table.object.name, rows: read.rows ?? 0, columns })
    }
    const checks = [...composeChecks(checked), ...unfiledTables(contract, checked)]
    return { materials, checks, result: { files: profiles } }
  },
} satisfies GateCommand<'data-validate'>

async function check(job: TableJob, { tables, log }: Ports) {
  const progress = (rows: number) => log.progress(`${job.file}: ${rows} rows`)
  const { run, find, material } = await tables.measure(job.file, job, progress)
  return { material: material('data'), ...(await showRows(run.answer, find)) }
}

function required<Value>(value: Value | undefined, key: string, what: string, input: string): Value {
  if (value !== undefined) return value
  throw new UserError('settings.missing', `Expected 'data.${key}' to be set (${what}) but found nothing`, {
    hint: `Name it under 'data.${key}' in proofmark.yml, or give it as the input '${input}'`,
  })
}
