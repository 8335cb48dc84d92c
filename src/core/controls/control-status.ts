import type { Control } from './control.ts'

/**
 * How far evidence goes for a control: `supported`: all that the catalogue asks for is there, holds and is fresh; `partial`: some of it,
 * or the rest always stays with the organisation; `not supported`: some of it speaks against the control; `not evaluable`: there is
 * nothing that decides.
 */
export type Standing = 'supported' | 'partial' | 'not supported' | 'not evaluable'

/** The standings, the best first. */
export const STANDINGS = [
  'supported',
  'partial',
  'not supported',
  'not evaluable',
] as const satisfies readonly Standing[]

/** A place that can be opened: a file of the output folder or an entry of the log. */
export interface EvidenceLink {
  /** Path inside the output folder; of an entry of the log, `log:` and the SHA-256 of its document. */
  readonly file: string
  /** JSON pointer (RFC 6901) into the file, such as `/checks/3`; empty for the whole of it. */
  readonly pointer: string
  /** What is there: the check's id, or what kind of entry it is. */
  readonly name: string
  /** The check's own status, or how the entry stands. */
  readonly status: string
  /** SHA-256 of the file, where it is known. */
  readonly sha256?: string
}

/** How old the evidence is that a status rests on. */
export interface Freshness {
  /** When the oldest of it was made. */
  readonly oldest: string
  /** Whole days since. */
  readonly days: number
  /** Days after which it is too old. */
  readonly limit: number
  readonly stale: boolean
}

/** One thing that could support the control, and what there is of it. */
export interface SupportFound {
  /** What it would show, as the catalogue says. */
  readonly shows: string
  /** Where it comes from: a gate, or a kind of entry. */
  readonly from: string
  readonly found: 'holds' | 'fails' | 'undecided' | 'absent'
  /** One clause: what was found. */
  readonly told: string
  /** At most as many links as are shown; `count` says how many there are. */
  readonly links: readonly EvidenceLink[]
  readonly count: number
}

/** A control and how far the evidence goes for it. */
export interface ControlStatus {
  readonly control: Control
  readonly framework: string
  readonly clause: string
  readonly status: Standing
  /** One sentence: why. */
  readonly reason: string
  readonly owner: string
  /** Absent where it rests on nothing. */
  readonly freshness?: Freshness
  readonly support: readonly SupportFound[]
}
