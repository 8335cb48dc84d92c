import type { Check, Location } from '../evidence.ts'
import { saferFormat } from './advice/safer-format.ts'
import type { InspectedFile } from './inspect-file.ts'
import type { Waiver } from './waivers/waiver.ts'

/** Findings that a check lists; the result has more. */
const SHOWN = 10

/** The one check that says whether a file may be loaded: exactly one per scanned file. */
export function artefactCheck(
  path: string,
  { format, title, inspection }: InspectedFile,
  waivers: readonly Waiver[] = [],
): Check {
  const { status, reason, findings } = inspection
  const hints = [inspection.hint, saferFormat(path, { format, inspection })].filter(hint => hint !== undefined)
  const waiverOf = (name: string) => waivers.findIndex(waiver => waiver.name === name)
  const locations = findings
    .toSorted((a, b) => Math.min(0, waiverOf(a.name)) - Math.min(0, waiverOf(b.name)))
    .slice(0, SHOWN)
    .map(
      ({ offset, name, reason: why }): Location => ({
        file: path,
        note: `byte ${offset}: ${name} ${why}`,
        ...(waiverOf(name) >= 0 && { waiver: waiverOf(name) }),
      }),
    )
  const whole: Location = { file: path, ...(waivers.length > 0 && { waiver: 0 }) }
  return {
    id: checkId('artefact', path),
    title: `What loading ${path} would run (${title})`,
    status,
    reason: `${path}: ${reason}`,
    ...(hints.length > 0 && { hint: hints.join('. ') }),
    locations: locations.length > 0 ? locations : [whole],
    ...(waivers.length > 0 && { waivers: [...waivers] }),
  }
}

/** Room that evidence leaves for an id. */
const MAX_ID = 1024

/** `kind.path`; of a path too long for that, its two ends. */
export function checkId(kind: string, path: string): string {
  const id = `${kind}.${path}`
  return id.length <= MAX_ID ? id : `${id.slice(0, MAX_ID / 2)}…${id.slice(1 - MAX_ID / 2)}`
}
