import { attributeRole } from '../predictions/attribute-role.ts'
import { namesOf, type Rows } from '../predictions/rows.ts'
import type { Group } from './group.ts'

/** More groups than this are no slices: each would be too small, and all of them too many. */
export const MOST_GROUPS = 100

/** How a cell without a value is named. */
const EMPTY = '(empty)'

/** The rows by what they have in the columns, by name; undefined where that makes too many groups. */
export function groupRows(rows: Rows, columns: readonly string[]): readonly Group[] | undefined {
  const read = columns.map(column => namesOf(rows, attributeRole(column)))
  const members = new Map<string, number[]>()
  for (let row = 0; row < rows.n; row++) {
    const key = read.map(({ codes }) => codes[row]).join(' ')
    const group = members.get(key)
    if (group) group.push(row)
    else if (members.size === MOST_GROUPS) return undefined
    else members.set(key, [row])
  }
  const nameOf = (row: number) => read.map(({ codes, names }) => shown(names[codes[row] ?? 0])).join(', ')
  return [...members.values()]
    .map(chosen => ({ name: nameOf(chosen[0] ?? 0), chosen: Uint32Array.from(chosen) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

const shown = (name = '') => (name.trim() === '' ? EMPTY : name)
