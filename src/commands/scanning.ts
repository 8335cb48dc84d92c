import type { Check } from '../core/evidence.ts'
import { Settings } from '../core/settings/schema.ts'
import { type SectionRules, sectionAsBase, sectionChanges } from './section-bar.ts'

type Security = Settings['security']

/** What decides, once the base branch has chosen it. */
const DECIDES: readonly (keyof Security & string)[] = [
  'vulnerabilities',
  'osv-url',
  'secrets',
  'sensitive-data',
  'quasi-identifiers',
  'min-k',
  'min-l',
  'max-seconds',
  'max-memory',
  'max-depth',
  'max-ratio',
]

/** What the base branch leaves as it usually is, a pull request may ask for by its own files and inputs: it can only look at more. */
function rulesOf(base: Security): SectionRules<Security> {
  const usual = Settings.shape.security.parse({})
  const same = (key: keyof Security) => JSON.stringify(base[key]) === JSON.stringify(usual[key])
  return {
    name: 'security',
    decided: 'a scan is',
    judged: 'Files are',
    bar: DECIDES.filter(key => !same(key)),
    kept: ['paths'],
    untold: ['paths'],
  }
}

/** The pull request's scan, by what the base branch has chosen; what that scans is not left out. */
export function scannedAsBase(head: Security, base: Security): Security {
  const paths = [...new Set([...(base.paths ?? []), ...(head.paths ?? [])])]
  return Settings.shape.security.parse({
    ...sectionAsBase(head, base, rulesOf(base)),
    ...(paths.length > 0 ? { paths } : {}),
  })
}

/** What a pull request would change about how files are scanned, and what it changes. */
export const scanningChanges = (base: Security, head: Security, path: string): Check[] =>
  sectionChanges(base, head, rulesOf(base), path)
