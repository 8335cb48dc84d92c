import type { JudgedVulnerability } from './judged-vulnerability.ts'

/** One version of a package with known vulnerabilities, and the place that asks for it. */
export interface VulnerablePackage {
  readonly file: string
  /** Absent where the finding is another tool's. */
  readonly line?: number
  /** As it is written there. */
  readonly requirement: string
  readonly ecosystem: string
  readonly name: string
  readonly version: string
  /** Who knows of them: `OSV`, or the tool whose report it is. */
  readonly source: string
  /** Found by the name of a conda package, which PyPI need not share. */
  readonly byConda: boolean
  /** Those that nothing excepts first, the worst of them in front; at least one. */
  readonly vulnerabilities: readonly JudgedVulnerability[]
  /** First version in which all of them are mended, where that is known. */
  readonly update?: string
}
