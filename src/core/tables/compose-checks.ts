import type { Check } from '../evidence.ts'
import type { ContractTable } from './contract/read-contract.ts'
import { shown } from './wording/shown.ts'

/** A file, the table of the contract it is, and what was found of it. */
export interface CheckedFile {
  readonly file: string
  readonly table: ContractTable
  readonly checks: readonly Check[]
}

/** Room that evidence leaves for an id. */
const MAX_ID = 1000
/** What names of columns and files may hold and an id should not. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** The checks of all files as one list: ids begin with the table (and the file, where it has several) and are unique; titles begin with the file, where there are several. */
export function composeChecks(files: readonly CheckedFile[]): Check[] {
  const taken = new Set<string>()
  return files.flatMap(({ file, table, checks }) => {
    const { name } = table.object
    const prefix = files.filter(other => other.table === table).length > 1 ? `${name}@${file}` : name
    return checks.map(check => ({
      ...check,
      id: unique(`${prefix}.${check.id}`.replace(INVISIBLE, '_').slice(0, MAX_ID)),
      title: files.length > 1 ? `${file}: ${check.title}` : check.title,
    }))
  })

  function unique(id: string): string {
    let free = id
    for (let i = 2; taken.has(free); i++) free = `${id}-${i}`
    taken.add(free)
    return free
  }
}

/** A warning for each table of the contract that no file was given for. */
export function unfiledTables(
  contract: { readonly name: string; readonly tables: readonly ContractTable[] },
  files: readonly CheckedFile[],
): Check[] {
  return contract.tables
    .filter(table => !files.some(file => file.table === table))
    .map(table => ({
      id: `${table.object.name}.file`,
      title: `A file was given for ${shown(table.object.name)}`,
      status: 'warn' as const,
      reason: `No file was given for the table ${shown(table.object.name)} of the contract, and its rules were not evaluated`,
      hint: 'Add it to data.files, or move the table to a contract of its own',
      locations: [{ file: contract.name, line: table.lineOf(), note: 'the table' }],
    }))
}
