import { closestMatch } from 'leven'
import { UserError } from '../../user-error.ts'
import { listed } from '../format.ts'
import type { PredictionSource } from './prediction-source.ts'

/** A column as the settings name it. */
interface Named {
  readonly role: string
  readonly setting?: string
  readonly column: string
  readonly holds: string
  readonly lacking?: string
}

/** Throws unless every column is in the header, and says which columns are. */
export function requireColumns({ file, header, id: column, reading: { needs } }: PredictionSource): void {
  const id: Named = { role: 'id', column, holds: "the row's id" }
  const judged = [id, ...needs.filter(({ side }) => side !== 'attribute')]
  for (const named of judged) requireOwnColumn(judged, named)
  const named = [id, ...needs]
  for (const { column } of named) {
    const found = header.filter(name => name === column).length
    if (found > 1) throw ambiguous(file, column, found)
  }
  const missing = named.filter(({ column }) => !header.includes(column))
  if (missing.length > 0) throw absent(file, missing, header)
}

/** A label that were the score too would make any model perfect. */
function requireOwnColumn(judged: readonly Named[], { role, column }: Named): void {
  const twin = judged.find(other => other.role !== role && other.column === column)
  if (twin)
    throw new UserError(
      'predictions.same-column',
      `Expected '${role}' and '${twin.role}' to be different columns but both are '${column}'`,
      { hint: 'Give each the name of a column of its own' },
    )
}

const ambiguous = (file: string, column: string, found: number) =>
  new UserError('predictions.ambiguous-column', `Expected one column '${column}' but found ${found} (${file}:1)`, {
    file,
    line: 1,
    hint: 'Give every column a name of its own',
  })

function absent(file: string, missing: readonly Named[], header: readonly string[]): UserError {
  const names = missing.map(({ column }) => `'${column}'`)
  const meant = missing
    .map(({ column }) => closestMatch(column, [...header], { maxDistance: Math.max(1, column.length / 3) }))
    .filter(name => name !== undefined)
  return new UserError(
    'predictions.missing-column',
    `Expected ${missing.length === 1 ? 'a column' : 'columns'} ${listed(names)} but found ${listed(header)} (${file}:1)${
      meant.length > 0 ? `: did you mean ${listed(meant.map(name => `'${name}'`))}?` : ''
    }`,
    {
      file,
      line: 1,
      hint: hintOf(missing),
    },
  )
}

function hintOf(missing: readonly Named[]): string {
  const settings = missing.filter(({ lacking }) => lacking === undefined)
  if (settings.length === 0) return missing[0]?.lacking ?? ''
  return `Set ${listed(settings.map(({ role, setting, holds }) => `'${setting ?? role}' to the column that holds ${holds}`))}`
}
