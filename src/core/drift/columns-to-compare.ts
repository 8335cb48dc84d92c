import { closestMatch } from 'leven'
import type { Check } from '../evidence.ts'
import type { Settings } from '../settings/schema.ts'
import { UserError } from '../user-error.ts'
import { columnLabel } from './column-label.ts'
import { at, type Files } from './files.ts'
import { quoted } from './quoted.ts'

/** A column of both tables and where it stands in each, from 0. */
export interface SharedColumn {
  readonly name: string
  readonly reference: number
  readonly current: number
}

export interface Plan {
  readonly shared: SharedColumn[]
  /** One check per column that only one table has. */
  readonly checks: Check[]
}

type Choice = Pick<Settings['drift'], 'columns' | 'ignore'>
type Headers = { readonly [Side in keyof Files]: readonly string[] }

/** Which columns to compare: those asked for, or all but the ignored, in the reference's order. A table names every column once. */
export function columnsToCompare(headers: Headers, { columns, ignore = [] }: Choice, files: Files): Plan {
  const all = new Set([...headers.reference, ...headers.current])
  for (const name of [...(columns ?? []), ...ignore]) if (!all.has(name)) throw unknownColumn(name, all, files)
  const wanted = [...all].filter(name => (columns?.includes(name) ?? true) && !ignore.includes(name))
  const shared: SharedColumn[] = []
  const checks: Check[] = []
  for (const name of wanted) {
    const reference = headers.reference.indexOf(name)
    const current = headers.current.indexOf(name)
    if (reference < 0) checks.push(absent(name, files, 'reference', columns === undefined ? 'warn' : 'inconclusive'))
    else if (current < 0) checks.push(absent(name, files, 'current', 'fail'))
    else shared.push({ name, reference, current })
  }
  if (shared.length === 0) throw noSharedColumn(wanted.length, files)
  return { shared, checks }
}

function absent(name: string, files: Files, side: keyof Files, status: Check['status']): Check {
  const label = columnLabel(name)
  const missing = side === 'current'
  return {
    id: `${label}.present`,
    title: `${label}: in both tables`,
    status,
    measured: { value: `only in the ${missing ? 'reference' : 'current table'}` },
    required: { comparator: 'is', value: 'in both tables' },
    reason: missing
      ? 'Expected the column of the reference in the current table but found none'
      : 'Expected every column in the reference but found one that it does not have, and nothing to compare it with',
    hint: missing
      ? "Restore the column, or name it under 'ignore' if the model does not use it"
      : "Name the column under 'ignore', or compare with a reference that has it",
    locations: [at(files[side], name, 1)],
  }
}

function unknownColumn(name: string, all: ReadonlySet<string>, files: Files): UserError {
  const meant = closestMatch(name, [...all], { maxDistance: Math.ceil(name.length / 3) })
  return new UserError(
    'drift.unknown-column',
    `Expected a column of ${files.reference} or ${files.current} but found ${quoted(name)}${meant === undefined ? '' : `: did you mean ${quoted(meant)}?`}`,
    { hint: "Name columns under 'columns' and 'ignore' as the header of the tables writes them" },
  )
}

function noSharedColumn(wanted: number, files: Files): UserError {
  return new UserError(
    'drift.no-shared-column',
    wanted === 0
      ? "Expected a column to compare but 'columns' and 'ignore' leave none"
      : `Expected ${files.reference} and ${files.current} to share a column but found none`,
    { hint: "Compare tables with the same header, and check 'columns' and 'ignore'" },
  )
}
