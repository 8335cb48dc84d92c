import { GATES } from '../evidence.ts'
import type { EvidenceDocument } from '../record/decision/evidence-document.ts'
import { type Control, clauseOf, frameworkOf } from './control.ts'
import type { ControlStatus, Freshness, Standing } from './control-status.ts'
import { type Found, findSupport } from './find-support.ts'
import type { RecordEntry } from './record-entry.ts'

/** Days after which evidence is too old, where neither control nor settings say. */
export const FRESH_DAYS = 90

/** What controls are held against. */
export interface Assessed {
  readonly documents: readonly EvidenceDocument[]
  /** What the record holds; nothing where only evidence is at hand. */
  readonly entries?: readonly RecordEntry[]
  /** The time that freshness is told at. */
  readonly at: Date
  readonly freshDays?: number
  /** Who answers for a control, by its id, in place of the catalogue's word. */
  readonly owners?: Readonly<Record<string, string>>
}

/**
 * How far evidence goes for each control of a catalogue. It says nothing of whether an organisation fulfils a control: that is for
 * people to judge, who find here what there is to judge by.
 */
export function assessControls(catalogue: readonly Control[], assessed: Assessed): ControlStatus[] {
  return catalogue.map(control => assess(control, assessed))
}

function assess(
  control: Control,
  { documents, entries = [], at, freshDays = FRESH_DAYS, owners }: Assessed,
): ControlStatus {
  const found = control.support.map(support => findSupport(support, documents, entries))
  const freshness = freshnessOf(found, at, control['fresh-days'] ?? freshDays)
  const { status, reason } = judge(control, found, freshness)
  return {
    control,
    framework: frameworkOf(control),
    clause: clauseOf(control),
    status,
    reason,
    owner: owners?.[control.id] ?? control.owner,
    ...(freshness ? { freshness } : {}),
    support: found.map(({ at: _, ...support }) => support),
  }
}

function judge(
  { reach }: Control,
  found: readonly Found[],
  freshness: Freshness | undefined,
): { status: Standing; reason: string } {
  const told = (which: Found['found']) => found.filter(each => each.found === which)
  const list = (some: readonly Found[]) =>
    [...new Set(some.map(({ from, told: what }) => (isGate(from) ? `${from}: ${what}` : what)))].join('; ')
  const [against, holding] = [told('fails'), told('holds')]
  const missing = [...told('undecided'), ...told('absent')]
  if (against.length > 0)
    return { status: 'not supported', reason: `What was found speaks against it (${list(against)})` }
  if (holding.length === 0) return { status: 'not evaluable', reason: `Nothing decides it (${list(missing)})` }
  if (missing.length > 0)
    return { status: 'partial', reason: `Some of what could support it is missing (${list(missing)})` }
  if (freshness?.stale)
    return { status: 'partial', reason: `What supports it is ${freshness.days} days old, more than ${freshness.limit}` }
  if (reach === 'part')
    return { status: 'partial', reason: `What a machine can show of it is there (${list(holding)})` }
  return { status: 'supported', reason: `All that the catalogue asks for is there (${list(holding)})` }
}

const isGate = (from: string) => GATES.some(gate => gate === from)

const DAY_MS = 86_400_000

function freshnessOf(found: readonly Found[], now: Date, limit: number): Freshness | undefined {
  const [oldest] = found.flatMap(({ at }) => at).toSorted((one, other) => Date.parse(one) - Date.parse(other))
  if (oldest === undefined) return undefined
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(oldest)) / DAY_MS))
  return { oldest, days, limit, stale: days > limit }
}
