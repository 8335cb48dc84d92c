import type { Check } from '../evidence.ts'
import { batchOf } from './batch.ts'
import type { BoundTable } from './bind-table.ts'
import * as checks from './checks/index.ts'
import type { Counter } from './define-check.ts'
import { addProfile, finishProfile, mergeProfile, noProfile } from './profile.ts'
import type { ColumnProfile } from './result.ts'
import type { Row } from './row.ts'

/** One pass over a file's rows that answers every rule of its contract. */
export interface TableRun {
  add(rows: readonly Row[]): void
  /** Takes in a run over the rows that follow: any number of shards gives the same answer. */
  merge(later: TableRun): void
  finish(): { readonly checks: Check[]; readonly columns: ColumnProfile[] }
}

interface State {
  readonly counters: Counter[]
  readonly profiles: ReturnType<typeof noProfile>[]
}

const states = new WeakMap<TableRun, State>()

/** Begins a pass that answers every rule the contract has for the table, and profiles its columns. */
export function startTable(table: BoundTable): TableRun {
  const counters = Object.values(checks)
    .flatMap(check => check.start(table))
    .toSorted((a, b) => placeOf(a) - placeOf(b) || a.rule.line - b.rule.line)
  const profiles = table.columns.map(noProfile)
  const run: TableRun = {
    add(rows) {
      const batch = batchOf(rows)
      for (const counter of counters) counter.add(batch)
      for (const [i, column] of table.columns.entries()) profiles[i] && addProfile(profiles[i], batch, column)
    },
    merge(later) {
      const other = states.get(later)
      for (const [i, counter] of counters.entries()) {
        const same = other?.counters[i]
        if (!same) throw new Error('Not a run over the same table')
        counter.merge(same)
      }
      for (const [i, profile] of profiles.entries()) {
        const same = other?.profiles[i]
        if (same) mergeProfile(profile, same)
      }
    },
    finish: () => ({
      checks: counters.map(counter => counter.finish()),
      columns: table.columns.map((column, i) => finishProfile(profiles[i] ?? noProfile(), column)),
    }),
  }
  states.set(run, { counters, profiles })
  return run
}

/** Rules of the whole table first, then column by column as in the file; each in the contract's order. */
const placeOf = ({ rule }: Counter): number => rule.column?.index ?? -1
