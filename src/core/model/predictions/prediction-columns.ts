import { closestMatch } from 'leven'
import { UserError } from '../../user-error.ts'
import { listed } from '../format.ts'
import type { PredictionSource } from './prediction-source.ts'

const ROLES = ['id', 'label', 'score'] as const
type Role = (typeof ROLES)[number]

/** Position of each column in the header. */
export type PredictionColumns = Record<Role, number>

/** Finds the three columns, or says which columns there are. */
export function predictionColumns(source: PredictionSource, header: readonly string[]): PredictionColumns {
  const missing: Role[] = []
  for (const role of ROLES) {
    requireOwnColumn(source, role)
    const found = header.filter(name => name === source[role]).length
    if (found > 1) throw ambiguous(source, role, found)
    if (found === 0) missing.push(role)
  }
  if (missing.length > 0) throw absent(source, missing, header)
  return { id: header.indexOf(source.id), label: header.indexOf(source.label), score: header.indexOf(source.score) }
}

/** A label that were the score too would make any model perfect. */
function requireOwnColumn(source: PredictionSource, role: Role): void {
  const twin = ROLES.find(other => other !== role && source[other] === source[role])
  if (twin)
    throw new UserError(
      'predictions.same-column',
      `Expected '${role}' and '${twin}' to be different columns but both are '${source[role]}'`,
      { hint: 'Name the columns that hold the id, the true class and the score' },
    )
}

const ambiguous = (source: PredictionSource, role: Role, found: number) =>
  new UserError(
    'predictions.ambiguous-column',
    `Expected one column '${source[role]}' but found ${found} (${source.file}:1)`,
    { file: source.file, line: 1, hint: 'Give every column a name of its own' },
  )

function absent(source: PredictionSource, missing: readonly Role[], header: readonly string[]): UserError {
  const names = missing.map(role => `'${source[role]}'`)
  const meant = missing
    .map(role => closestMatch(source[role], [...header], { maxDistance: Math.max(1, source[role].length / 3) }))
    .filter(name => name !== undefined)
  return new UserError(
    'predictions.missing-column',
    `Expected ${missing.length === 1 ? 'a column' : 'columns'} ${listed(names)} but found ${listed(header)} (${source.file}:1)${
      meant.length > 0 ? `: did you mean ${listed(meant.map(name => `'${name}'`))}?` : ''
    }`,
    {
      file: source.file,
      line: 1,
      hint: `Set ${listed(missing.map(role => `'${role}' to the column that holds ${HOLDS[role]}`))}`,
    },
  )
}

const HOLDS: Record<Role, string> = {
  id: "the row's id",
  label: 'the true class',
  score: 'the probability of the positive class',
}
