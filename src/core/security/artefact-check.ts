import type { Check, Location } from '../evidence.ts'
import type { InspectedFile } from './inspect-file.ts'

/** Findings that a check lists; the result has more. */
const SHOWN = 10

/** The one check that says whether a file may be loaded: exactly one per scanned file. */
export function artefactCheck(path: string, { title, inspection }: Pick<InspectedFile, 'title' | 'inspection'>): Check {
  const { status, reason, hint, findings } = inspection
  const locations = findings
    .slice(0, SHOWN)
    .map(({ offset, name, reason: why }): Location => ({ file: path, note: `byte ${offset}: ${name} ${why}` }))
  return {
    id: checkId('artefact', path),
    title: `What loading ${path} would run (${title})`,
    status,
    reason: `${path}: ${reason}`,
    ...(hint === undefined ? {} : { hint }),
    locations: locations.length > 0 ? locations : [{ file: path }],
  }
}

/** Room that evidence leaves for an id. */
const MAX_ID = 1024

/** `kind.path`; of a path too long for that, its two ends. */
export function checkId(kind: string, path: string): string {
  const id = `${kind}.${path}`
  return id.length <= MAX_ID ? id : `${id.slice(0, MAX_ID / 2)}…${id.slice(1 - MAX_ID / 2)}`
}
