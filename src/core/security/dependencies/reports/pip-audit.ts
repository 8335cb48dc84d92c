import { z } from 'zod'
import { packageName } from '../package-name.ts'
import { refuseShape } from '../refuse-shape.ts'
import { versionsOf } from '../versions/versions-of.ts'
import { byRank, orderIds } from '../vulnerabilities/merge-aliases.ts'
import type { Vulnerability } from '../vulnerabilities/vulnerability.ts'
import { defineReport } from './report.ts'

const Recognised = z.object({
  dependencies: z.array(
    z.union([
      z.object({ name: z.string(), vulns: z.unknown() }),
      z.object({ name: z.string(), skip_reason: z.string() }),
    ]),
  ),
  fixes: z.array(z.unknown()),
})

const Vuln = z.object({
  id: z.string().min(1),
  fix_versions: z.array(z.string()).default([]),
  aliases: z.array(z.string()).default([]),
})
const PipAudit = z.object({
  dependencies: z.array(
    z.object({
      name: z.string(),
      version: z.string().optional(),
      skip_reason: z.string().optional(),
      vulns: z.array(Vuln).default([]),
    }),
  ),
})

/** What `pip-audit --format json` writes; it rates nothing, so every severity is unknown. */
export const pipAudit = defineReport({
  id: 'pip-audit',
  title: 'pip-audit',
  recognise: value => Recognised.safeParse(value).success,
  read(path, value) {
    const found = PipAudit.safeParse(value)
    if (!found.success) throw refuseShape(path, found.error)
    return found.data.dependencies.map(({ name, version = 'of unknown version', skip_reason: skipped, vulns }) => ({
      ecosystem: 'PyPI',
      name: packageName(name),
      version,
      vulnerabilities: vulns.map(vulnerability(version)).toSorted(byRank),
      ...(skipped === undefined ? {} : { skipped }),
    }))
  },
})

const vulnerability =
  (version: string) =>
  ({ id, aliases, fix_versions: fixes }: z.output<typeof Vuln>): Vulnerability => {
    const { compare } = versionsOf.PyPI
    const fixed = fixes.filter(fix => compare(fix, version) > 0).toSorted(compare)[0]
    return {
      ids: orderIds([id, ...aliases]),
      severity: id.startsWith('MAL-') ? 'critical' : 'unknown',
      ...(fixed === undefined ? {} : { fixed }),
    }
  }
