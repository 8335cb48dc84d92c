import type { Column } from '../column.ts'
import { defineCheck, type TableCheck } from '../define-check.ts'
import { ofColumn } from '../expectation.ts'
import type { Found, Measures } from '../measures/planned.ts'
import { expectedOf } from '../rules/expected.ts'
import { finishBetween, type Measurement, rangeWords } from '../verdicts/finish-between.ts'
import { shown } from '../wording/shown.ts'
import { RangeOptions } from './range-options.ts'

/** One number about a column, which must be within a range. */
export interface Aggregate<M extends Measures> {
  readonly id: string
  /** Of the number, for a title: `Mean`. */
  readonly title: string
  readonly expectation: string
  /** Whether it is of the column's values, so that its cells must be read as some. */
  readonly ofValues: boolean
  measures(column: Column): M
  /** The number, or a sentence why there is none; n is taken from it. */
  finish(found: Found<M>, column: Column): Measurement | string
}

/** A check of a number about a column. */
export function defineAggregate<M extends Measures>(aggregate: Aggregate<M>): TableCheck {
  const expectation = ofColumn(aggregate.expectation, RangeOptions)
  return defineCheck({
    id: aggregate.id,
    title: `${aggregate.title} of a column is within a range`,
    expectations: [expectation],
    rules: table =>
      expectedOf(table, expectation).map(rule => ({
        ...rule,
        title: `${aggregate.title} of ${shown(rule.column.name)} is ${rangeWords(rule.options)}`,
      })),
    measures: ({ column }) => aggregate.measures(column),
    finish(rule, found) {
      const { column } = rule
      const subject = `${aggregate.title} of ${shown(column.name)}`
      if (aggregate.ofValues && !column.reader) {
        return finishBetween(rule, subject, noMeasure(column))
      }
      return finishBetween(rule, subject, aggregate.finish(found, column))
    },
  })
}

/** Why there is no number of a column without values. */
export const noValues = ({ name }: Column): string => `${shown(name)} has no values`

/** The same of a column whose cells must be read as numbers or times, which those of a text are not. */
export const noMeasure = (column: Column): string =>
  column.reader ? noValues(column) : `${shown(column.name)} is ${column.type.noun}, and has no values to measure`

/** Why there is no measure of spread or shape. */
export const noSpread = ({ name }: Column): string => `${shown(name)} has too few different values`
