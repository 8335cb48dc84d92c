import { readEngineAddress } from '../pushdown/engine-table.ts'
import { UserError } from '../user-error.ts'
import type { ContractTable, ReadContract } from './contract/read-contract.ts'

/** The table of the contract that a file is: the one its name or physicalName says, else the only one there is. */
export function tableForFile(contract: ReadContract, file: string): ContractTable {
  const { tables } = contract
  const there = readEngineAddress(file)?.table.replaceAll('"', '')
  const full = there ?? file.split('/').at(-1) ?? file
  // Of a table its own name, without those of its catalog and schema; of a file its name without what says its kind.
  const stem = there === undefined ? full.replace(/\.[^.]+$/, '') : there.replace(/^.*\./s, '')
  const named = tables.filter(({ object }) =>
    [object.name, object.physicalName].some(name => name === full || name === stem),
  )
  const [only, ...others] = named.length > 0 ? named : tables
  if (only && others.length === 0) return only
  const names = tables.map(({ object }) => object.physicalName ?? object.name)
  throw new UserError(
    'contract.no-table',
    `Expected ${file} to be named after one table of ${contract.name} but ${named.length === 0 ? 'it is named after none' : `${named.length} have its name`}`,
    { file: contract.name, hint: `Name the file after one of: ${names.join(', ')}; or set physicalName to ${full}` },
  )
}
