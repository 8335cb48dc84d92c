import { closestMatch } from 'leven'
import { type Condition, scopeText } from '../claims/scope.ts'
import { counted, listed } from '../format.ts'
import { attributeRole } from '../predictions/attribute-role.ts'
import { finiteNumber } from '../predictions/finite-number.ts'
import { type Names, namesOf, type Rows } from '../predictions/rows.ts'

/** The rows that meet all conditions, or why there are none to speak of, as a sentence and what to do. */
export type Slice = { readonly chosen: Uint32Array } | { readonly gap: string; readonly hint: string }

export function selectSlice(rows: Rows, conditions: readonly Condition[]): Slice {
  const kept = new Uint8Array(rows.n).fill(1)
  for (const condition of conditions) {
    const names = namesOf(rows, attributeRole(condition.column))
    const holds = names.names.map(name => meets(name, condition))
    const uncomparable = holds.filter(one => one === undefined).length
    if (uncomparable > 0) return noNumbers(condition, names, holds)
    for (let row = 0; row < rows.n; row++) if (!holds[names.codes[row] ?? 0]) kept[row] = 0
  }
  const chosen = Uint32Array.from(kept.keys().filter(row => kept[row] === 1))
  return chosen.length > 0 ? { chosen } : empty(rows, conditions)
}

/** Whether a value meets the condition; undefined where it cannot be compared. */
function meets(name: string, { comparator, value }: Condition): boolean | undefined {
  if (comparator === '=') return name === value
  if (comparator === '!=') return name !== value
  const number = finiteNumber(name)
  if (typeof number === 'string') return undefined
  const bound = Number(value)
  switch (comparator) {
    case '<':
      return number < bound
    case '<=':
      return number <= bound
    case '>':
      return number > bound
    case '>=':
      return number >= bound
  }
}

function noNumbers({ column, value }: Condition, { codes }: Names, holds: readonly (boolean | undefined)[]): Slice {
  const rows = codes.reduce((sum, code) => sum + (holds[code] === undefined ? 1 : 0), 0)
  return {
    gap: `Expected numbers in '${column}' to compare with ${value} but ${counted(rows, 'row')} ${rows === 1 ? 'has' : 'have'} none`,
    hint: 'Write a number into every row of the column, or name slices by = and !=',
  }
}

function empty(rows: Rows, conditions: readonly Condition[]): Slice {
  const gap = `No row has ${scopeText({ kind: 'where', conditions })}`
  for (const { column, comparator, value } of conditions) {
    const { names } = namesOf(rows, attributeRole(column))
    if (comparator !== '=' || names.includes(value)) continue
    const meant = closestMatch(value, [...names], { maxDistance: value.length > 3 ? Math.max(2, value.length / 3) : 1 })
    return {
      gap: `${gap}${meant === undefined ? '' : `: did you mean '${meant}'?`}`,
      hint: `'${column}' holds ${listed(names.map(name => (name === '' ? 'empty cells' : `'${name.slice(0, 40)}'`)))}`,
    }
  }
  return { gap, hint: 'Add such rows to the hold-out, or drop the claim' }
}
