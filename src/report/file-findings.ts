import type { Check } from '../core/evidence.ts'
import type { ScannedFile } from '../core/security/result.ts'
import type { Status } from '../core/verdict.ts'
import { STATUS_ORDER } from './words.ts'

/** How a scanned file stands after every check, and what they say of it. */
export interface FileFindings {
  readonly status: Status
  /** Reasons of checks that did not pass, besides what loading the file would do. */
  readonly reasons: readonly string[]
}

/**
 * The scan of a file tells what loading it would do; whether it holds credentials, or names a vulnerable package, checks of their own
 * tell, which point at it. A list of files that shows the one without the other would call a file harmless that is not.
 */
export function fileFindings(
  checks: readonly Check[],
): (file: Pick<ScannedFile, 'path' | 'status' | 'findings' | 'reason'>) => FileFindings {
  const open = new Map<string, Check[]>()
  for (const check of checks) {
    if (check.status === 'pass') continue
    for (const file of new Set(check.locations?.map(location => location.file)))
      open.set(file, [...(open.get(file) ?? []), check])
  }
  return ({ path, status, findings, reason: own }) => {
    const about = open.get(path) ?? []
    return {
      status: STATUS_ORDER.find(one => one === status || about.some(check => check.status === one)) ?? status,
      reasons: about
        .filter(({ locations }) => !findings.some(isNoted(path, locations)))
        .map(({ reason }) => reason)
        .filter(reason => own === undefined || !reason.includes(own)),
    }
  }
}

/** Whether a check's places tell of this finding of the file's. */
const isNoted = (path: string, locations: Check['locations']) => (finding: { readonly name: string }) =>
  locations?.some(({ file, note = '' }) => file === path && note.includes(finding.name)) ?? false
