import { cvss } from './cvss.ts'
import type { OsvRating, OsvRecord } from './osv-record.ts'
import { type Severity, severityOfScore, severityOfWord, worstSeverity } from './severity.ts'

/** How bad an advisory says it is: the database's word, else its CVSS 3 and 4 vectors; a malicious package is always critical. */
export function rate({ id, database_specific, severity, affected }: OsvRecord): Severity {
  if (id.startsWith('MAL-')) return 'critical'
  const word = severityOfWord(database_specific?.severity)
  if (word !== 'unknown') return word
  return severityOfVectors([...(severity ?? []), ...(affected ?? []).flatMap(each => each.severity ?? [])])
}

/** The worst of the vectors that can be read: CVSS 2 is not computed. */
const severityOfVectors = (ratings: readonly OsvRating[]): Severity =>
  worstSeverity(
    ratings
      .map(({ score }) => cvss(score))
      .filter(score => score !== undefined)
      .map(severityOfScore),
  )
