import type { Finding, Inspection } from '../format.ts'
import type { InspectedFile } from '../inspect-file.ts'
import { matchWaiver, type Waivers } from './match-waiver.ts'
import type { Waiver } from './waiver.ts'

/** Names that several findings of one file may have that have nothing else in common. */
const NAMELESS = ['?']

/** A file's inspection once the policy's waivers have been held against it. */
export interface Excepted {
  readonly inspection: Inspection
  /** Those that were applied, in the order of the findings. */
  readonly waivers: readonly Waiver[]
}

/**
 * Holds the policy's waivers against what was found in one file. A finding is excepted by its name, a file that cannot be judged by
 * the name of its format; what is excepted only warns, and only once nothing is left that is not.
 */
export function waiveFindings(
  { format, inspection }: Pick<InspectedFile, 'format' | 'inspection'>,
  sha256: string,
  policy: Waivers,
): Excepted {
  const { status, findings, found, hint } = inspection
  if (status === 'pass' || status === 'warn') return { inspection, waivers: [] }
  const match = (name: string) =>
    NAMELESS.includes(name) ? {} : matchWaiver(policy, { rule: 'artefact', names: [name], of: sha256 })
  const matches = new Map([...findings.map(({ name }) => name), format].map(name => [name, match(name)]))
  const waiverOf = (name: string) => {
    const matched = matches.get(name)
    return matched && 'waiver' in matched ? matched.waiver : undefined
  }
  const whole = waiverOf(format)
  const applied = findings.flatMap(({ name }) => waiverOf(name) ?? [])
  const open = findings.filter(({ name }) => !waiverOf(name))
  const missed = [...matches.values()].flatMap(each =>
    'missed' in each && each.missed !== undefined ? [each.missed] : [],
  )
  const told = (sentence: string) => [sentence, ...missed].join('; ')

  if (status === 'inconclusive' && !whole)
    return { inspection: { ...inspection, reason: told(inspection.reason) }, waivers: [] }
  if (open.length > 0 || found > findings.length) {
    const reason = applied.length === 0 ? inspection.reason : openReason(open, found, found - open.length)
    return { inspection: { ...inspection, reason: told(reason) }, waivers: [...new Set(applied)] }
  }
  if (status === 'fail' && !inspection.soundApart && !whole)
    return {
      inspection: {
        ...inspection,
        status: 'inconclusive',
        reason: told(
          `${waivedNames(applied)}, but besides that nobody can tell what the file does (${inspection.reason})`,
        ),
        hint: `Know the whole file to be harmless and waive ${format} too, or ${lower(hint ?? 'have it saved again')}`,
      },
      waivers: [...new Set(applied)],
    }
  const waivers = [
    ...new Set([...applied, ...(whole && (status === 'inconclusive' || !inspection.soundApart) ? [whole] : [])]),
  ]
  return {
    inspection: { ...inspection, status: 'warn', reason: `${waivedNames(waivers)}: ${inspection.reason}` },
    waivers,
  }
}

function openReason([first]: readonly Finding[], found: number, waived: number): string {
  const more = found - waived - 1
  return (
    `Expected a file that only restores a model but ${first?.name} ${first?.reason}` +
    `${more > 0 ? ` (and ${more} more)` : ''}; ${waived} more ${waived === 1 ? 'is' : 'are'} waived`
  )
}

/** `Waived by the policy: a.b until 2027-01-31 (by @owner)`. */
export function waivedNames(waivers: readonly Waiver[]): string {
  const told = [...new Set(waivers)].map(({ name, expires, owner }) => `${name} until ${expires} (by ${owner})`)
  return `Waived by the policy: ${told.join(', ')}`
}

const lower = (sentence: string) => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
