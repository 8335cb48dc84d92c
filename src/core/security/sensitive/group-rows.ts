import type { Row } from '../../tables/row.ts'

/** Groups that are told apart; beyond them memory, and not the table, would decide. */
const MAX_GROUPS = 1_000_000

/** One group of rows alike in every quasi-identifier: its size, and the distinct values of each sensitive column. */
interface Group {
  size: number
  readonly values: readonly Set<string>[]
}

export interface Grouping {
  add(rows: readonly Row[]): void
  /** The groups; undefined where there were more than can be told apart. */
  finish(): readonly Group[] | undefined
}

/** Groups the rows of a table by some columns (their places in a row); an empty cell is a value like any other. */
export function groupRows(by: readonly number[], sensitive: readonly number[]): Grouping {
  const groups = new Map<string, Group>()
  let overflowed = false
  return {
    add(rows) {
      if (overflowed) return
      for (const { cells } of rows) {
        const key = JSON.stringify(by.map(at => cells[at] ?? ''))
        let group = groups.get(key)
        if (!group) {
          group = { size: 0, values: sensitive.map(() => new Set()) }
          groups.set(key, group)
          if (groups.size > MAX_GROUPS) {
            overflowed = true
            groups.clear()
            return
          }
        }
        group.size++
        for (const [i, at] of sensitive.entries()) group.values[i]?.add(cells[at] ?? '')
      }
    },
    finish: () => (overflowed ? undefined : [...groups.values()]),
  }
}
