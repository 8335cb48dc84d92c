import { defineCheck, type TableCheck } from '../define-check.ts'
import { type Expectation, ofColumn } from '../expectation.ts'
import { type MayFollow, orderedValues, outOfOrder } from '../measures/ordered-values.ts'
import { expectedOf } from '../rules/expected.ts'
import { finishRows } from '../verdicts/finish-rows.ts'
import { shown } from '../wording/shown.ts'
import { noValues } from './define-aggregate.ts'

/** A demand on how the values of a column follow one another. */
export interface OrderExpectation<Options> {
  readonly id: string
  readonly title: string
  readonly expectation: string
  readonly options: Expectation<Options>['options']
  may(options: Options): MayFollow
  /** What is true of a value that may follow the one before it: `is greater than the one before`. */
  words(options: Options): string
}

/** A check of the order of a column's values, from row to row; rows without a value are passed over. */
export function defineOrder<Options>(order: OrderExpectation<Options>): TableCheck {
  const expectation = ofColumn(order.expectation, order.options)
  return defineCheck({
    id: order.id,
    title: order.title,
    expectations: [expectation],
    rules: table =>
      expectedOf(table, expectation).map(rule => ({
        ...rule,
        title: `Every value of ${shown(rule.column.name)} ${order.words(rule.options)}`,
        may: order.may(rule.options),
      })),
    measures: ({ id, line, column, may }) => ({ values: orderedValues(`${id}:${line}`, column, may) }),
    finish(rule, { values }, shownRows) {
      const subject = `The rule that ${shown(rule.column.name)} ${order.words(rule.options)}`
      return finishRows(
        rule,
        { rows: values.rows, n: values.n, failed: outOfOrder(values, rule.may) },
        { subject, noun: 'value', failing: 'is broken', holding: 'is kept', none: noValues(rule.column) },
        shownRows,
      )
    },
  })
}
