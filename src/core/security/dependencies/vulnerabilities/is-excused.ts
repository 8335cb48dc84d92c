import { isMalicious } from './is-malicious.ts'
import type { JudgedVulnerability } from './judged-vulnerability.ts'

/** Whether it may stand for now: it is waived, or the base branch has it; a malicious package may not. */
export const isExcused = (vulnerability: JudgedVulnerability): boolean =>
  !isMalicious(vulnerability) && (vulnerability.waiver !== undefined || vulnerability.onBase === true)
