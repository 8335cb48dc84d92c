import { columnsOf } from '../conditions/columns-of.ts'
import { isFault, parseCondition } from '../conditions/parse-condition.ts'
import { argumentsOf, Implementation } from '../contract/implementation.ts'
import { EXPECTATIONS } from '../expectations.ts'
import type { KnownExpectations } from './importer.ts'

/** Held against every check there is. */
export const knownExpectation: KnownExpectations = (name, args, level) => {
  const expectation = EXPECTATIONS.get(name)
  if (!expectation) return 'Proofmark has no such check'
  const read = Implementation.safeParse({ expectation: name, ...args })
  if (!read.success) return `its arguments are not understood: ${read.error.issues[0]?.path.join('.')}`
  const condition = read.data.where === undefined ? undefined : parseCondition(read.data.where)
  if (condition && isFault(condition)) return `its condition is not understood: ${condition.fault}`
  const { column, ...own } = argumentsOf(read.data)
  if (expectation.level === 'column' && level === 'table' && typeof column !== 'string') return 'it names no column'
  const options = expectation.options.safeParse(own)
  if (options.success) {
    const own = expectation.columns?.(options.data) ?? []
    return { columns: [...own, ...(condition && !isFault(condition) ? columnsOf(condition) : [])] }
  }
  const [issue] = options.error.issues
  const what = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue?.path.join('.')
  return `Proofmark's check of that name does not take ${what}`
}
