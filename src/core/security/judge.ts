import type { Finding, Inspection } from './format.ts'

/** Findings that an inspection keeps; `found` counts them all. */
const KEPT = 100

/** What an inspection has seen of a file, from which its status follows. */
export interface Seen {
  readonly findings: readonly Finding[]
  /** Why one cannot tell; sentences that begin with "Expected". */
  readonly doubts: readonly string[]
  /** What the file is, where there is neither. */
  readonly harmless: string
  readonly hints: { readonly finding: string; readonly doubt: string }
}

/** A finding fails, whatever else is unclear; a doubt is inconclusive; only what has neither passes. */
export function judge({ findings, doubts, harmless, hints }: Seen): Inspection {
  const kept = { findings: findings.slice(0, KEPT), found: findings.length, globals: 0 }
  const [doubt] = doubts
  const [first] = findings
  if (first) {
    const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : ''
    const besides = doubt === undefined ? '' : `; besides, ${doubt.charAt(0).toLowerCase()}${doubt.slice(1)}`
    const reason = `Expected a file that only restores a model but ${first.name} ${first.reason}${more}${besides}`
    return { ...kept, status: 'fail', reason, hint: hints.finding, ...(doubt === undefined && { soundApart: true }) }
  }
  if (doubt !== undefined) return { ...kept, status: 'inconclusive', reason: doubt, hint: hints.doubt }
  return { ...kept, status: 'pass', reason: harmless }
}
