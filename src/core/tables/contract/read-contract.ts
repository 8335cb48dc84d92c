import type { Document } from '../../documents/document.ts'
import { readYaml } from '../../documents/read-yaml.ts'
import { validate } from '../../documents/validate.ts'
import { UserError } from '../../user-error.ts'
import { EXPECTATIONS } from '../expectations.ts'
import { Contract, type SchemaObject } from './contract.ts'
import { expectationFaults } from './expectation-faults.ts'
import { partsOf } from './relationship.ts'

/** A table of a contract, and where each part of it stands in the contract's file. */
export interface ContractTable {
  readonly object: SchemaObject
  readonly lineOf: (...path: readonly PropertyKey[]) => number
  /** Agreements about the age of its rows. */
  readonly serviceLevels: readonly PlacedServiceLevel[]
}

/** An agreement about a column of a table, and where it stands. */
export interface PlacedServiceLevel {
  readonly property: string
  readonly column: string
  readonly value: number
  readonly unit: string
  readonly line: number
}

/** A contract as read: its tables, with lines. */
export interface ReadContract {
  /** The contract's file, as messages and evidence name it. */
  readonly name: string
  readonly tables: readonly ContractTable[]
}

/** Reads an ODCS v3.1 contract (YAML); one `UserError` lists all that is wrong with it, with lines. */
export function readContract(name: string, text: string): ReadContract {
  const document = readYaml(name, text)
  refuseOtherFormats(document)
  const contract = validate(Contract, document, 'contract.invalid')
  const tables = contract.schema.map((object, i) => ({
    object,
    lineOf: (...path: readonly PropertyKey[]) => document.place(['schema', i, ...path]).line ?? 1,
    serviceLevels: serviceLevelsOf(contract, object.name, document),
  }))
  refuseExpectations(name, tables)
  return { name, tables }
}

/** The agreements whose element is a column of the table, in numbers of a unit. */
function serviceLevelsOf(
  { slaProperties, slaDefaultElement }: Contract,
  table: string,
  document: Document,
): PlacedServiceLevel[] {
  return (slaProperties ?? []).flatMap(({ property, value, unit, element = slaDefaultElement }, i) => {
    const parts = element === undefined ? undefined : partsOf(element.trim())
    if (!property || parts?.table !== table || !Number.isFinite(Number(value)) || value === null) return []
    const line = document.place(['slaProperties', i]).line ?? 1
    return [{ property, column: parts.column, value: Number(value), unit: unit ?? 'd', line }]
  })
}

/** One `UserError` for all that is wrong with rules under `engine: proofmark`. */
function refuseExpectations(name: string, tables: readonly ContractTable[]): void {
  const faults = tables.flatMap(({ object, lineOf }) =>
    expectationFaults(object, EXPECTATIONS).map(({ path, message }) => ({ message, line: lineOf(...path) })),
  )
  const [first] = faults
  if (!first) return
  const messages = faults.map(({ message, line }) => `${message} (${name}:${line})`)
  throw new UserError('contract.invalid', messages.join('\n'), { file: name, line: first.line })
}

/** Says what the file is, where that is something else, before its every key is found wanting. */
function refuseOtherFormats({ name, value }: Document): void {
  const refuse = (found: string, hint: string) => {
    throw new UserError('contract.format', `Expected ${name} to be an ODCS v3.1 contract but found ${found}`, {
      file: name,
      hint,
    })
  }
  if (value === null || value === undefined)
    refuse('nothing', 'Start it with apiVersion: v3.1.0 and kind: DataContract')
  if (typeof value !== 'object' || value === null) return
  if ('dataContractSpecification' in value) {
    refuse('a Data Contract Specification', 'Convert it, e.g. with datacontract export --format odcs')
  }
  if ('apiVersion' in value && String(value.apiVersion).startsWith('v2')) {
    refuse(`ODCS ${value.apiVersion}`, 'Convert it to v3.1: its tables are under schema')
  }
}
