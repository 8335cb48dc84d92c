import { closestMatch } from 'leven'
import type { z } from 'zod'
import { columnsOf } from '../conditions/columns-of.ts'
import { isFault, parseCondition } from '../conditions/parse-condition.ts'
import type { Expectation } from '../expectation.ts'
import type { SchemaObject } from './contract.ts'
import { argumentsOf, Implementation } from './implementation.ts'
import type { QualityRule } from './quality.ts'

/** Something wrong with a rule under `engine: proofmark`, and where in the table's part of the contract. */
export interface ExpectationFault {
  readonly path: readonly PropertyKey[]
  /** A whole sentence, without its place. */
  readonly message: string
}

/** What is wrong with the expectations of a table: names that are none, arguments, conditions, columns that it does not have. */
export function expectationFaults(object: SchemaObject, known: ReadonlyMap<string, Expectation>): ExpectationFault[] {
  const columns = (object.properties ?? []).map(property => property.name)
  const ofTable = (object.quality ?? []).flatMap((rule, i) => faultsOf(rule, ['quality', i], undefined))
  const ofColumns = (object.properties ?? []).flatMap((property, i) =>
    (property.quality ?? []).flatMap((rule, j) => faultsOf(rule, ['properties', i, 'quality', j], property.name)),
  )
  return [...ofTable, ...ofColumns]

  function faultsOf(rule: QualityRule, at: readonly PropertyKey[], under: string | undefined): ExpectationFault[] {
    if (rule.engine !== 'proofmark') return []
    const path = [...at, 'implementation']
    const fault = (message: string, ...keys: readonly PropertyKey[]) => ({ path: [...path, ...keys], message })
    const read = Implementation.safeParse(rule.implementation)
    if (!read.success) return read.error.issues.map(issue => fault(expectedMessage(issue), ...issue.path))
    const { expectation: name, where, mostly, fail_above } = read.data
    const expectation = known.get(name)
    if (!expectation)
      return [fault(`There is no expectation '${name}'${meant(name, [...known.keys()])}`, 'expectation')]

    const { column = under, ...args } = argumentsOf(read.data)
    const faults: ExpectationFault[] = []
    if (mostly !== undefined && fail_above !== undefined) {
      faults.push(fault("Expected one of 'mostly' and 'fail_above' but found both", 'mostly'))
    }
    const options = expectation.options.safeParse(args)
    if (!options.success) {
      for (const issue of options.error.issues) faults.push(fault(expectedMessage(issue), ...issue.path))
    }
    const spoken = options.success ? (expectation.columns?.(options.data) ?? []) : []
    if (expectation.level === 'column' && typeof column !== 'string') {
      faults.push(fault(`Expected 'column' to name the column of ${name} but found nothing`))
    }
    const own = typeof column === 'string' && expectation.level === 'column' ? [column] : []
    const condition = where === undefined ? undefined : parseCondition(where)
    if (condition && isFault(condition)) {
      faults.push(fault(`The condition cannot be read: ${condition.fault}, at character ${condition.at}`, 'where'))
    }
    const asked = condition && !isFault(condition) ? columnsOf(condition) : []
    for (const each of [...own, ...spoken, ...asked]) {
      if (!columns.includes(each))
        faults.push(fault(`There is no property '${each}' in '${object.name}'${meant(each, columns)}`))
    }
    return faults
  }
}

const expectedMessage = (issue: z.core.$ZodIssue): string => {
  const key = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') return `Unknown arguments: ${issue.keys.join(', ')}`
  return `Expected ${key === '' ? 'the implementation' : `'${key}'`} to be right: ${issue.message}`
}

function meant(name: string, names: readonly string[]): string {
  const close = closestMatch(name, [...names], { maxDistance: Math.max(2, Math.floor(name.length / 4)) })
  return close === undefined ? '' : `: did you mean '${close}'?`
}
