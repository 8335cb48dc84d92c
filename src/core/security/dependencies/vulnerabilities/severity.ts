import { z } from 'zod'

/** How bad a vulnerability is, worst first; `unknown` where nobody has rated it in a way that can be read. */
export const Severity = z.enum(['critical', 'high', 'medium', 'low', 'none', 'unknown'])
export type Severity = z.infer<typeof Severity>

/** The worst that is known; `unknown` only where nothing is. */
export function worstSeverity(severities: readonly Severity[]): Severity {
  return Severity.options.find(severity => severities.includes(severity)) ?? 'unknown'
}

/** The band of a CVSS score (CVSS 3.1, Qualitative Severity Rating Scale). */
export function severityOfScore(score: number): Severity {
  if (!(score >= 0 && score <= 10)) return 'unknown'
  if (score >= 9) return 'critical'
  if (score >= 7) return 'high'
  if (score >= 4) return 'medium'
  return score > 0 ? 'low' : 'none'
}

const WORDS = new Map<string, Severity>([
  ['critical', 'critical'],
  ['high', 'high'],
  ['important', 'high'],
  ['moderate', 'medium'],
  ['medium', 'medium'],
  ['low', 'low'],
  ['info', 'none'],
  ['none', 'none'],
])

/** What a database's own word means: `MODERATE` is `medium`. */
export const severityOfWord = (word: unknown): Severity =>
  typeof word === 'string' ? (WORDS.get(word.toLowerCase()) ?? 'unknown') : 'unknown'
