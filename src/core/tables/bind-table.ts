import { type Column, isSensitive } from './column.ts'
import type { Property } from './contract/property.ts'
import type { ContractTable, ReadContract } from './contract/read-contract.ts'
import { tableForFile } from './table-for-file.ts'
import { logicalTypeOf } from './types/logical-type-of.ts'

/** A file held against the table of the contract that it should be. */
export interface BoundTable extends ContractTable {
  readonly file: string
  readonly contract: string
  /** When it is judged, in milliseconds since 1970: what ages are counted from. */
  readonly asOf: number
  readonly header: readonly string[]
  /** What is in both, in the file's order. */
  readonly columns: readonly Column[]
  /** Properties that the file has no column for, with their place in the contract. */
  readonly missing: readonly { readonly property: Property; readonly line: number }[]
  /** Columns that the contract does not name. */
  readonly unexpected: readonly string[]
  /** All files of the run, this one too: what rules over two tables may speak of. */
  readonly all: readonly BoundTable[]
  /** The contract's other tables, and how many of their columns the file has. */
  readonly others: readonly { readonly name: string; readonly matching: number; readonly total: number }[]
}

/** A file of a run. */
export interface FileHeader {
  readonly file: string
  readonly header: readonly string[]
}

/** Holds every file of a run against its table of the contract. */
export function bindTables(contract: ReadContract, files: readonly FileHeader[], asOf: number): BoundTable[] {
  const all: BoundTable[] = []
  for (const { file, header } of files) {
    all.push({ ...bindTable(contract, tableForFile(contract, file), file, header, asOf), all })
  }
  return all
}

/** Finds each property's column in the header by `physicalName`, else by `name`. */
export function bindTable(
  contract: ReadContract,
  table: ContractTable,
  file: string,
  header: readonly string[],
  asOf: number,
): BoundTable {
  const columns: Column[] = []
  const missing: { property: Property; line: number }[] = []
  for (const [i, property] of (table.object.properties ?? []).entries()) {
    const lineOf = (...path: readonly PropertyKey[]) => table.lineOf('properties', i, ...path)
    const name = nameIn(property, header)
    if (name === undefined) missing.push({ property, line: lineOf() })
    else columns.push({ name, index: header.indexOf(name), property, lineOf, ...reading(property) })
  }
  const known = new Set(columns.map(column => column.name))
  return {
    ...table,
    file,
    contract: contract.name,
    asOf,
    header,
    columns: columns.toSorted((a, b) => a.index - b.index),
    missing,
    unexpected: header.filter(name => !known.has(name)),
    all: [],
    others: contract.tables.filter(other => other !== table).map(other => matchOf(other, header)),
  }
}

function matchOf({ object }: ContractTable, header: readonly string[]) {
  const properties = object.properties ?? []
  const matching = properties.filter(property => nameIn(property, header) !== undefined).length
  return { name: object.name, matching, total: properties.length }
}

const nameIn = ({ physicalName, name }: Property, header: readonly string[]): string | undefined =>
  [physicalName, name].find(known => known !== undefined && header.includes(known))

function reading(property: Property) {
  const type = logicalTypeOf(property.logicalType)
  const options = property.logicalTypeOptions ?? {}
  const reader = type.reader(options)
  const unsupported = reader && 'unsupported' in reader ? reader.unsupported : undefined
  return {
    type,
    options,
    sensitive: isSensitive(property),
    unsupported,
    reader: reader && 'read' in reader ? reader : undefined,
  }
}
