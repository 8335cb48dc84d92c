import type { Vulnerability } from '../vulnerabilities/vulnerability.ts'

/** A package in another tool's report. */
export interface ReportedPackage {
  readonly ecosystem: string
  readonly name: string
  readonly version: string
  /** Worst first; none where the tool has found none. */
  readonly vulnerabilities: readonly Vulnerability[]
  /** Why the tool has not looked at it. */
  readonly skipped?: string
}

/** A report of another tool on vulnerabilities, told by its content. */
export interface Report {
  readonly id: string
  /** The tool's name, as checks show it. */
  readonly title: string
  /** Whether a JSON value is meant as such a report. */
  recognise(value: unknown): boolean
  /** Throws a `UserError` for one that cannot be read. */
  read(path: string, value: unknown): readonly ReportedPackage[]
}

export const defineReport = (report: Report): Report => report
