import {
  type ContractDraft,
  type PropertyDraft,
  propertyOf,
  type QualityDraft,
  type TableDraft,
} from '../drafts/draft.ts'
import type { KnownExpectations } from './importer.ts'

/** An expectation to be taken over. */
export interface Wanted {
  readonly expectation: string
  readonly args: Readonly<Record<string, unknown>>
  /** Of no column: a rule of the table. */
  readonly property?: PropertyDraft
  readonly severity?: string | undefined
  /** Its name in the source, and its place. */
  readonly rule: string
  readonly path: readonly PropertyKey[]
}

/** Adds an expectation to the table or column, or to what is left out where Proofmark does not check it. */
export function expect(
  draft: ContractDraft,
  table: TableDraft,
  { expectation, args, property, severity, rule, path }: Wanted,
  known: KnownExpectations,
): void {
  const given = Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined && value !== null))
  const read = known(expectation, given, property ? 'column' : 'table')
  if (typeof read === 'string') {
    draft.left.push({ rule, reason: read, path })
    return
  }
  for (const column of read.columns) propertyOf(table, column)
  const quality: QualityDraft = {
    type: 'custom',
    engine: 'proofmark',
    implementation: { expectation, ...given },
    ...(severity === undefined ? {} : { severity }),
  }
  ;(property ?? table).quality.push(quality)
}
