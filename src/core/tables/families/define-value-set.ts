import { z } from 'zod'
import { grouped } from '../../wording/grouped.ts'
import type { Column } from '../column.ts'
import { defineCheck, type TableCheck } from '../define-check.ts'
import { ofColumn } from '../expectation.ts'
import { categories, MAX_CATEGORIES } from '../measures/categories.ts'
import { expectedOf } from '../rules/expected.ts'
import { Scalar, validValues } from '../values/valid-values.ts'
import { broken } from '../verdicts/finish-rows.ts'
import { listed } from '../wording/listed.ts'
import { locations, mendOr } from '../wording/locations.ts'
import { shown } from '../wording/shown.ts'

type Counts = ReadonlyMap<string, number>

/** A demand on the set of a column's different values. */
export interface ValueSetExpectation {
  readonly id: string
  readonly title: string
  readonly expectation: string
  /** `are all among`, for a title. */
  readonly words: string
  /** What is wrong, as the end of a sentence about the column; `listed` names values where they may be shown. */
  fault(counts: Counts, wanted: Wanted, listed: (values: readonly string[]) => string): string | undefined
}

/** The values that a rule names. */
export interface Wanted {
  readonly texts: readonly string[]
  has(text: string): boolean
  /** Those that do not occur. */
  missing(counts: Counts): string[]
}

/** A check of a column's different values as a set. */
export function defineValueSet(set: ValueSetExpectation): TableCheck {
  const expectation = ofColumn(set.expectation, z.strictObject({ value_set: z.array(Scalar).min(1) }))
  return defineCheck({
    id: set.id,
    title: set.title,
    expectations: [expectation],
    rules: table =>
      expectedOf(table, expectation).map(rule => {
        const values = validValues(rule.column, rule.options.value_set)
        const title = `The different values of ${shown(rule.column.name)} ${set.words}: ${values.words}`
        return { ...rule, title, wanted: wantedBy(rule.column, rule.options.value_set) }
      }),
    measures: ({ column }) => ({ texts: categories(column) }),
    finish(rule, { texts: { counts } }) {
      const { id, title, column, wanted } = rule
      const name = shown(column.name)
      const open = (reason: string) => ({
        id,
        title,
        status: 'inconclusive' as const,
        reason,
        hint: mendOr(rule, []),
        locations: locations(rule),
      })
      if (!counts) return open(`${name} has more than ${grouped(MAX_CATEGORIES)} different values, too many to keep`)
      if (counts.size === 0) return open(`${name} has no values`)
      const names = (values: readonly string[]) =>
        column.sensitive ? `${grouped(values.length)} of its values` : listed(values.toSorted())
      const fault = set.fault(counts, wanted, names)
      const measured = { value: counts.size, unit: 'values' }
      if (fault === undefined) {
        const reason = `${name} has ${grouped(counts.size)} different ${counts.size === 1 ? 'value, which keeps' : 'values, which keep'} the rule`
        return { id, title, status: 'pass', measured, reason, locations: locations(rule) }
      }
      const reason = `${name} ${fault}`
      return { id, title, status: broken(rule), measured, reason, hint: mendOr(rule, []), locations: locations(rule) }
    },
  })
}

function wantedBy(column: Column, values: readonly z.infer<typeof Scalar>[]): Wanted {
  const { has } = validValues(column, values)
  const numberOf = (text: string) => (column.reader ? column.reader.read(text) : Number.NaN)
  return {
    texts: values.map(value => String(value ?? '')),
    has: text => has(text, numberOf(text)),
    missing(counts) {
      const present = [...counts.keys()]
      const absent = values.filter(
        value => !present.some(text => validValues(column, [value]).has(text, numberOf(text))),
      )
      return absent.map(value => String(value ?? ''))
    },
  }
}
