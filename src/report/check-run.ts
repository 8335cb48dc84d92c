import { isAddress } from '../core/address.ts'
import type { Check, Evidence } from '../core/evidence.ts'
import { CHECK_RUN_PREFIX } from '../core/identifiers.ts'
import type { Annotation, CheckRun } from '../ports.ts'
import { place } from './check-text.ts'
import { inRepository } from './in-repository.ts'
import { LIMITS } from './limits.ts'
import { visible } from './markdown/escape.ts'
import { fullReport, section } from './section.ts'
import { verdictLine } from './verdict-line.ts'

/** A gate's evidence as a check run. Inconclusive concludes as failure: GitHub counts `neutral` as passing. */
export function checkRun(evidence: Evidence): CheckRun {
  return {
    name: `${CHECK_RUN_PREFIX}${evidence.gate}`,
    conclusion: evidence.verdict === 'passed' ? 'success' : 'failure',
    title: cut(visible(verdictLine(evidence)), LIMITS.checkRunTitle),
    summary: section(evidence),
    text: fullReport(evidence, LIMITS.checkRunText),
    annotations: annotations(evidence),
  }
}

function annotations({ checks, run }: Evidence): Annotation[] {
  const all: Annotation[] = []
  for (const check of checks) {
    if (all.length >= LIMITS.annotations) break
    all.push(...annotate(check, run.folder))
  }
  return all.slice(0, LIMITS.annotations)
}

/** One annotation per line that a check points at; a file without lines, or one that is kept elsewhere, has none to show it on. */
function annotate(check: Check, folder: string | undefined): Annotation[] {
  if (check.status === 'pass') return []
  const level = check.status === 'fail' ? 'failure' : 'warning'
  return (check.locations ?? []).flatMap(location =>
    location.line === undefined || isAddress(location.file)
      ? []
      : [
          {
            path: inRepository(folder, location.file),
            line: location.line,
            level,
            title: cut(visible(check.title), LIMITS.annotationTitle),
            message: cut(
              [check.reason, ...(check.hint === undefined ? [] : [check.hint]), place(location)]
                .map(visible)
                .join('\n'),
              LIMITS.annotationMessage,
            ),
          } as const,
        ],
  )
}

/** Never in the middle of a character. */
const cut = (text: string, limit: number): string => text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')
