import { z } from 'zod'
import { packageName } from '../package-name.ts'
import { refuseShape } from '../refuse-shape.ts'
import { isWithdrawn } from '../vulnerabilities/affects.ts'
import { byRank, mergeAliases, orderIds } from '../vulnerabilities/merge-aliases.ts'
import { OsvRecord } from '../vulnerabilities/osv-record.ts'
import { severityOfScore, worstSeverity } from '../vulnerabilities/severity.ts'
import type { Vulnerability } from '../vulnerabilities/vulnerability.ts'
import { defineReport } from './report.ts'

const Result = z.object({ source: z.object({ path: z.string() }), packages: z.array(z.unknown()) })
/** A report without results is known by its settings. */
const Recognised = z.union([
  z.object({ results: z.array(Result).min(1) }),
  z.object({ results: z.array(Result).max(0), experimental_config: z.object({}) }),
])

const OsvScanner = z.object({
  results: z.array(
    z.object({
      packages: z.array(
        z.object({
          package: z.object({
            name: z.string(),
            version: z.string().default('of unknown version'),
            ecosystem: z.string(),
          }),
          vulnerabilities: z.array(OsvRecord).nullish(),
          groups: z.array(z.object({ ids: z.array(z.string()), max_severity: z.string().optional() })).nullish(),
        }),
      ),
    }),
  ),
})
type Package = z.output<typeof OsvScanner>['results'][number]['packages'][number]

/** What `osv-scanner --format json` writes (google.github.io/osv-scanner/output). */
export const osvScanner = defineReport({
  id: 'osv-scanner',
  title: 'OSV-Scanner',
  recognise: value => Recognised.safeParse(value).success,
  read(path, value) {
    const found = OsvScanner.safeParse(value)
    if (!found.success) throw refuseShape(path, found.error)
    return found.data.results.flatMap(({ packages }) =>
      packages.map(each => {
        const { ecosystem, name, version } = each.package
        return {
          ecosystem,
          name: ecosystem === 'PyPI' ? packageName(name) : name,
          version,
          vulnerabilities: vulnerabilitiesOf(each),
        }
      }),
    )
  },
})

/** Ours of its records; where their own rating is unknown, the score the tool has computed. */
function vulnerabilitiesOf({
  package: { ecosystem, name, version },
  vulnerabilities,
  groups,
}: Package): Vulnerability[] {
  const records = (vulnerabilities ?? []).filter(record => !isWithdrawn(record))
  const merged =
    ecosystem === 'PyPI' || ecosystem === 'npm'
      ? mergeAliases(records, { ecosystem, name, version })
      : records.map(
          ({ id, aliases }): Vulnerability => ({ ids: orderIds([id, ...(aliases ?? [])]), severity: 'unknown' }),
        )
  return merged
    .map(each => {
      const scores = (groups ?? []).filter(({ ids }) => ids.some(id => each.ids.includes(id)))
      const scored = worstSeverity(
        scores.map(({ max_severity: score }) => severityOfScore(score ? Number(score) : Number.NaN)),
      )
      return each.severity === 'unknown' ? { ...each, severity: scored } : each
    })
    .toSorted(byRank)
}
