import type { Evidence } from '../core/evidence.ts'
import { artifactsOf, fullReportLine } from './full-report.ts'
import { LIMITS } from './limits.ts'
import { withinLimit } from './markdown/within-limit.ts'
import { type Recorded, recordSection } from './record-section.ts'
import { fullReport, section } from './section.ts'

/** Bytes that are left for the lines on the full report and on what the step took. */
const SPENT_ROOM = 4096

/** UTF-8 bytes one UTF-16 unit can take. */
const BYTES_PER_UNIT = 3

/** What a step writes to its job's summary, with where the full report is by the address of the run's page. */
export function jobSummary(evidence: readonly Evidence[], recorded: Recorded | undefined, run?: string): string {
  const limit = Math.floor((LIMITS.stepSummary - SPENT_ROOM) / BYTES_PER_UNIT)
  const sections = evidence.map(
    document => `${section(document, Math.floor(limit / 10))}\n\n${fullReport(document, Math.floor(limit / 10))}`,
  )
  const blocks = recorded ? [recordSection(recorded, Math.floor(limit / 5)), ...sections] : sections
  const place = artifactsOf(run)
  const report = place === undefined ? '' : `\n\n${fullReportLine([place])}`
  return `${withinLimit('', blocks, limit)}${report}\n`
}
