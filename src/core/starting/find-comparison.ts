import { identifiers } from './identifier.ts'
import { rankByName } from './name-words.ts'
import { sameHeader, type TableProfile } from './table-profile.ts'

/** Two tables of one header, of which the names say that the model was built on one and meets the other. */
export interface ComparisonTables {
  readonly reference: TableProfile
  readonly current: TableProfile
  /** Further tables that could be the current side. */
  readonly others: readonly TableProfile[]
  /** Columns without a distribution to compare: identifiers, days and timestamps, which move on by themselves, empty ones. */
  readonly ignore: readonly string[]
}

const REFERENCES = ['train', 'training', 'reference', 'ref', 'baseline', 'fit']
const CURRENTS = [
  'current',
  'live',
  'serving',
  'production',
  'prod',
  'recent',
  'latest',
  'holdout',
  'test',
  'validation',
  'valid',
  'val',
  'eval',
]

/** Whether a file is named for one side of a comparison. */
export const isPart = ({ path }: TableProfile): boolean =>
  Number.isFinite(rankByName(path, [...REFERENCES, ...CURRENTS]))

/** The best named pair; of several, the one with the most columns. */
export function findComparison(tables: readonly TableProfile[]): ComparisonTables | undefined {
  const pairs = byRank(tables, REFERENCES).flatMap(reference => {
    const [current, ...others] = byRank(tables, CURRENTS).filter(
      other => other !== reference && sameHeader(other, reference) && !isNamed(other, REFERENCES),
    )
    return current ? [{ reference, current, others }] : []
  })
  const [best] = pairs.toSorted((a, b) => b.reference.columns.length - a.reference.columns.length)
  return best && { ...best, ignore: toIgnore(best.reference, best.current) }
}

function toIgnore(reference: TableProfile, current: TableProfile): string[] {
  const differing = new Set([...identifiers(reference), ...identifiers(current)].map(({ name }) => name))
  return reference.columns
    .filter(({ name, kind }, i) => {
      const kinds = [kind, current.columns[i]?.kind]
      return differing.has(name) || kind === 'date' || kind === 'timestamp' || kinds.includes('empty')
    })
    .map(({ name }) => name)
}

const isNamed = ({ path }: TableProfile, words: readonly string[]): boolean => Number.isFinite(rankByName(path, words))

const byRank = (tables: readonly TableProfile[], words: readonly string[]): TableProfile[] =>
  tables
    .filter(table => isNamed(table, words))
    .toSorted((a, b) => rankByName(a.path, words) - rankByName(b.path, words))
