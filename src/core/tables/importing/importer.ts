import type { Document } from '../../documents/document.ts'
import type { ContractDraft } from '../drafts/draft.ts'

/** Reads the rules of another tool. Each rule ends in the draft's tables or among those left out, never nowhere. */
export interface Importer {
  readonly id: string
  /** As a sentence names it: `a Great Expectations suite`. */
  readonly title: string
  /** Told by its shape, never by its file's name. */
  recognise(value: unknown): boolean
  /** `name` for a contract or table that has none of its own. */
  read(document: Document, name: string, expectations: KnownExpectations): ContractDraft
}

/** The columns that an expectation with these arguments speaks of beside its own; or the reason why Proofmark does not check it. */
export type KnownExpectations = (
  expectation: string,
  args: Readonly<Record<string, unknown>>,
  level: 'table' | 'column',
) => { readonly columns: readonly string[] } | string

export const defineImporter = (importer: Importer): Importer => importer
