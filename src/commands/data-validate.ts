import { bindTable } from '../core/tables/bind-table.ts'
import { type CheckedFile, composeChecks, unfiledTables } from '../core/tables/compose-checks.ts'
import type { ContractTable, ReadContract } from '../core/tables/contract/read-contract.ts'
import type { DataResult } from '../core/tables/result.ts'
import { tableForFile } from '../core/tables/table-for-file.ts'
import { startTable } from '../core/tables/table-run.ts'
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
    const { contract, material } = await openContract(contractPath, ports.files)
    const files = (await ports.files.list(paths)).map(file => ({ file, table: tableForFile(contract, file) }))

    const materials = [material]
    const checked: CheckedFile[] = []
    const profiles: DataResult['files'] = []
    for (const { file, table } of files) {
      const { material: read, checks, columns } = await check(file, contract, table, ports)
      materials.push(read)
      checked.push({ file, table, checks })
      profiles.push({ file, table: table.object.name, rows: read.rows ?? 0, columns })
    }
    const checks = [...composeChecks(checked), ...unfiledTables(contract, checked)]
    return { materials, checks, result: { files: profiles } }
  },
} satisfies GateCommand<'data-validate'>

/** Rows between two reports of progress. */
const REPORT = 250_000

async function check(file: string, contract: ReadContract, table: ContractTable, { tables, log }: Ports) {
  const opened = await tables.open(file)
  const run = startTable(bindTable(contract, table, file, opened.header))
  let rows = 0
  let next = REPORT
  for await (const batch of opened.batches) {
    run.add(batch)
    rows += batch.length
    if (rows < next) continue
    log.progress(`${file}: ${rows} rows`)
    next = rows + REPORT
  }
  return { material: opened.material('data'), ...run.finish() }
}

function required<Value>(value: Value | undefined, key: string, what: string, input: string): Value {
  if (value !== undefined) return value
  throw new UserError('settings.missing', `Expected 'data.${key}' to be set (${what}) but found nothing`, {
    hint: `Name it under 'data.${key}' in proofmark.yml, or give it as the input '${input}'`,
  })
}
