import type { BoundTable } from '../bind-table.ts'
import { defineCheck, type TableCheck } from '../define-check.ts'
import { type Expectation, ofTable } from '../expectation.ts'
import { expected } from '../rules/expected.ts'
import { broken } from '../verdicts/finish-rows.ts'

/** A demand on the header of a file. */
export interface HeaderExpectation<Options> {
  readonly id: string
  readonly title: string
  readonly expectation: string
  readonly options: Expectation<Options>['options']
  words(options: Options): string
  /** What is wrong, as a sentence; undefined where nothing is. */
  fault(table: BoundTable, options: Options): string | undefined
}

/** A check of the header alone. */
export function defineHeader<Options>(header: HeaderExpectation<Options>): TableCheck {
  const expectation = ofTable(header.expectation, header.options)
  return defineCheck({
    id: header.id,
    title: header.title,
    expectations: [expectation],
    rules: table => expected(table, expectation).map(rule => ({ ...rule, title: header.words(rule.options) })),
    measures: () => ({}),
    finish(rule) {
      const { table, line, id, title, options } = rule
      const fault = header.fault(table, options)
      const at = { file: table.contract, line, note: 'the rule' }
      if (fault === undefined) {
        return { id, title, status: 'pass', reason: `${title}: the file keeps it`, locations: [at] }
      }
      return {
        id,
        title,
        status: broken(rule),
        reason: fault,
        hint: `Mend the step that writes ${table.file}, or the rule at ${table.contract}:${line}`,
        locations: [{ file: table.file, line: 1 }, at],
      }
    },
  })
}
