import { closestMatch } from 'leven'
import { grouped } from '../../wording/grouped.ts'
import type { BoundTable } from '../bind-table.ts'
import { defineCheck, type Rule } from '../define-check.ts'
import { looksUnrelated } from '../rules/looks-unrelated.ts'
import { count, each } from '../wording/count.ts'
import { listed } from '../wording/listed.ts'
import { shown } from '../wording/shown.ts'

/** The file has every column of the contract. */
export const columns = defineCheck({
  id: 'columns',
  title: 'Every column of the contract is there',
  rules: (table): Rule[] => [
    { id: 'columns', title: 'Every column of the contract is there', table, line: table.lineOf('properties') },
  ],
  measures: () => ({}),
  finish({ id, title, table }) {
    const { missing, columns: found, file, contract, object } = table
    const total = missing.length + found.length
    const base = {
      id,
      title,
      measured: { value: missing.length, unit: 'columns', n: total },
      required: { comparator: '=' as const, value: 0, unit: 'columns' },
    }
    if (total === 0) {
      const reason = `The contract names no column of ${shown(object.name)}`
      const hint = `List its columns under properties, at ${contract}:${table.lineOf()}`
      return { ...base, status: 'inconclusive', reason, hint, locations: [{ file: contract, line: table.lineOf() }] }
    }
    const rules = missing.map(({ line }) => ({ file: contract, line, note: 'the rule' }))
    const locations =
      missing.length > 0 ? [{ file, line: 1 }, ...rules] : [{ file: contract, line: table.lineOf('properties') }]
    if (missing.length === 0) {
      return {
        ...base,
        status: 'pass',
        reason: `The file has ${each(total, 'column')} of the contract`,
        locations,
      }
    }
    const unrelated = looksUnrelated(table)
    if (unrelated) return { ...base, status: 'fail', ...unrelated, locations }
    const names = listed(missing.map(({ property }) => property.physicalName ?? property.name))
    const reason = `The file lacks ${grouped(missing.length)} of ${count(total, 'column')} of the contract, whose rules were not evaluated: ${names}`
    return { ...base, status: 'fail', reason, hint: hint(table), locations }
  },
})

/** Names the column that each missing one may be. */
function hint({ missing, unexpected, contract }: BoundTable): string {
  const meant = missing.flatMap(({ property, line }) => {
    const name = property.physicalName ?? property.name
    const near = unexpected.find(other => fold(other) === fold(name)) ?? close(name, unexpected)
    return near === undefined ? [] : [`${shown(name)} (${contract}:${line}) may be ${shown(near)} in the file`]
  })
  return meant.length > 0 ? meant.join('; ') : 'Add them to the file, or take them out of the contract'
}

const close = (name: string, others: readonly string[]) =>
  closestMatch(name, [...others], { maxDistance: Math.max(1, Math.floor(name.length / 3)) })

/** Without case, blanks and punctuation. */
const fold = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
