import { versionsOf } from '../versions/versions-of.ts'
import type { Vulnerability } from './vulnerability.ts'

/** The first version in which all vulnerabilities are mended; undefined where one has no fix, or the ecosystem's order is not known. */
export function updateOf(ecosystem: string, vulnerabilities: readonly Vulnerability[]): string | undefined {
  const fixes = vulnerabilities.map(({ fixed }) => fixed)
  const known = fixes.filter(fixed => fixed !== undefined)
  if (known.length < fixes.length || (ecosystem !== 'PyPI' && ecosystem !== 'npm')) return undefined
  return known.toSorted(versionsOf[ecosystem].compare).at(-1)
}
