import type { Library, Validators } from './validators.ts'

/** What the law or the damage says about a kind: Art. 9 (`special`) and Art. 10 (`offence`) GDPR, means of payment, credentials, the rest by what they reach. */
export const CATEGORIES = [
  'person',
  'contact',
  'location',
  'national-id',
  'payment',
  'device',
  'credential',
  'special',
  'offence',
] as const
export type Category = (typeof CATEGORIES)[number]

/** How a kind shows in the cells. */
export interface Values {
  /** What a cell of the kind looks like; matched against the trimmed cell. */
  readonly pattern: RegExp
  /** What a look-alike seldom passes: a check digit, a numbering plan. */
  readonly checksum?: {
    /** The library that knows it, where there is one; it is loaded only when a column asks for it. */
    readonly library?: Library
    passes(value: string, validators: Validators): boolean
  }
  /** Share of random texts that pass pattern and checksum, `#` a digit, `A` a letter, `*` either. Left out where values never tell without a name. */
  readonly chance?: { readonly of: string; readonly rate: number }
}

/** A kind of sensitive data that a column can hold. */
export interface Kind {
  readonly id: string
  /** With its article, for a sentence: `an e-mail address`. */
  readonly title: string
  readonly category: Category
  /** Whether it is `always` about a person, or opens something of theirs; what is so only `sometimes` never fails a table. */
  readonly personal: 'always' | 'sometimes'
  /** Names a column of it has, in eight languages; see `nameMatch` for the marks. */
  readonly names: readonly string[]
  /** Words that mean something else by the same name: `ip` before `address`. */
  readonly unless?: readonly string[]
  /** Of the words that make a name harmless (`flag`, `code`), those that do not for this kind. */
  readonly despite?: readonly string[]
  readonly values?: Values
  /** What most cells must be like for the name to be believed, where the cells cannot confirm it. */
  readonly plausible?: (value: string) => boolean
}

/** A kind of sensitive data. */
export const defineKind = (kind: Kind): Kind => kind
