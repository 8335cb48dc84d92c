import type { CheckRun } from '../ports.ts'
import { code } from './markdown/escape.ts'

/** The page of a run on GitHub; a run elsewhere keeps its files in another place. */
const RUN = /^(https?:\/\/[^\s()<>"']+\/actions\/runs\/\d+)(?:\/attempts\/\d+)?$/

/** Where a run's artifacts are listed, by the address of its page: they have addresses of their own only after the step has ended. */
export const artifactsOf = (run: string | undefined): string | undefined => {
  const page = RUN.exec(run ?? '')?.[1]
  return page === undefined ? undefined : `${page}#artifacts`
}

/** Where the page with everything is: in the artifact that the workflow makes of the output folder. Nothing where no run is known. */
export function fullReportLine(places: readonly string[]): string {
  if (places.length === 0) return ''
  const [only] = places.length === 1 ? places : []
  const where =
    only === undefined
      ? places.map(place => `[run ${/\d+(?=#)/.exec(place)?.[0]}](${place})`).join(', ')
      : `[this run](${only})`
  return `<sub>Full report: ${code('report.html')} in the artifacts of ${where}, where the workflow keeps its output.</sub>`
}

/** A check run that ends by saying where the full report is. */
export function withFullReport(run: CheckRun, url: string | undefined): CheckRun {
  const place = artifactsOf(url)
  return place === undefined ? run : { ...run, summary: `${run.summary}\n\n${fullReportLine([place])}` }
}

/** A summary without that line, and the place that it named: what stands before it cannot look like it, since names are escaped. */
export function liftFullReport(summary: string): { readonly rest: string; readonly place?: string } {
  const [line, place] = /\n\n<sub>Full report: [^\n]*?\]\(([^()\s]+#artifacts)\)[^\n]*<\/sub>$/.exec(summary) ?? []
  return line === undefined || place === undefined ? { rest: summary } : { rest: summary.slice(0, -line.length), place }
}
