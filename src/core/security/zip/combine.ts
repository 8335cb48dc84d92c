import { type Inspection, inconclusive, passed } from '../format.ts'
import type { Limit } from '../limits.ts'
import { printable } from '../printable.ts'

const MAX_FINDINGS = 100
const WRITE_AGAIN = 'Save the file again with the library that reads it, without changing the archive afterwards'

/** What was found in one member of an archive. */
export interface Part {
  readonly name: string
  readonly inspection: Inspection
}

/** The inspection of an archive by those of its members: a finding outweighs a fault of the archive, and that a doubt about a member. */
export function combine(parts: readonly Part[], fault: string | undefined, reason: string, limit?: Limit): Inspection {
  const findings = parts
    .flatMap(({ name, inspection }) =>
      inspection.findings.map(finding => ({ ...finding, reason: `${finding.reason} (in ${printable(name)})` })),
    )
    .slice(0, MAX_FINDINGS)
  const found = parts.reduce((sum, { inspection }) => sum + inspection.found, 0)
  const globals = parts.reduce((most, { inspection }) => Math.max(most, inspection.globals), 0)
  const base = { findings, found, globals }
  const structure =
    fault === undefined ? undefined : `Expected a zip archive that every reader takes alike but ${fault}`
  const worst = (['fail', 'inconclusive'] as const)
    .map(status => parts.find(({ inspection }) => inspection.status === status))
    .find(part => part !== undefined)
  const { soundApart: _, ...inspection } = worst?.inspection ?? passed(reason)
  const told = worst && { ...inspection, reason: `${worst.inspection.reason} (in ${printable(worst.name)})` }
  if (told?.status === 'fail')
    return {
      ...told,
      ...base,
      reason: structure === undefined ? told.reason : `${told.reason}; besides, ${lower(structure)}`,
      ...(structure === undefined && parts.every(isSoundApart) && { soundApart: true }),
    }
  if (structure !== undefined) return { ...inconclusive(structure, WRITE_AGAIN), globals, ...(limit && { limit }) }
  return told ? { ...told, ...base } : passed(reason, globals)
}

const isSoundApart = ({ inspection: { status, soundApart } }: Part) => status === 'pass' || soundApart === true

const lower = (sentence: string) => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
