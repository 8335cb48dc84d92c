import type { BoundTable } from '../bind-table.ts'
import { count } from '../wording/count.ts'
import { shown } from '../wording/shown.ts'

/** Share of the contract's columns below which the file is taken for another table. */
const RELATED = 0.25

/** What to say where almost nothing of the contract is in the file: it is about another table, or the file has no header. */
export function looksUnrelated(table: BoundTable): { reason: string; hint: string } | undefined {
  const { columns, missing, file, contract, object, others } = table
  const total = columns.length + missing.length
  if (columns.length >= total * RELATED || (total < 3 && columns.length > 0)) return undefined
  const reason = `${columns.length === 0 ? 'None' : `Only ${columns.length}`} of the ${count(total, 'column')} of ${shown(object.name)} ${columns.length > 1 ? 'are' : 'is'} in ${file}: the contract seems to be about another table`
  const best = others.toSorted((a, b) => b.matching - a.matching)[0]
  if (best && best.matching > columns.length) {
    const hint = `${shown(best.name)} of the contract fits best, with ${best.matching} of ${best.total} columns; name the file or the table so that they match`
    return { reason, hint }
  }
  const header = columns.length === 0 ? `, and that ${file}:1 is a header` : ''
  return { reason, hint: `Check that ${contract} is the contract of ${file}${header}` }
}
