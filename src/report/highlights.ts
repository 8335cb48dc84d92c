import type { Check, Evidence } from '../core/evidence.ts'
import type { ModelResult } from '../core/model/result.ts'
import { found, wanted } from './check-text.ts'
import { count, formatNumber } from './numbers.ts'
import { performanceLines } from './performance-lines.ts'

/** What a gate looked at and measured, in a line or a few: a gate that passes should say more than that it passed. */
export function highlights(evidence: Evidence): string[] {
  if (evidence.result === null) return []
  switch (evidence.gate) {
    case 'data-validate':
      return evidence.result.files.map(
        ({ file, rows, columns }) => `${file}: ${count(rows, 'row')}, ${count(columns.length, 'column')}`,
      )
    case 'model-certify':
      return answers(evidence.result, evidence.checks)
    case 'security-scan':
      return evidence.result.files
        .filter(({ globals }) => globals > 0)
        .slice(0, 5)
        .map(({ path, format, globals }) => `${path}: ${format}, ${count(globals, 'import')}, each on the allow list`)
    case 'drift-compare': {
      const { rows, columns, tests, series, profile, performance } = evidence.result
      const judged = series?.series.map(
        ({ name, kind, judged, every }) => `${name}: ${kind}, ${formatNumber(judged)} buckets of ${every} judged`,
      )
      const apart = [...(judged?.slice(0, 10) ?? []), ...(performance ? performanceLines(performance) : [])]
      if (columns.length === 0 && apart.length > 0) return apart
      return [
        ...apart,
        `${count(columns.length, 'column')}, ${count(rows.reference, 'row')} against ${count(rows.current, 'row')}, ${profile ? `by the rules of ${profile.tool}` : `${formatNumber(tests)} tests adjusted together`}`,
      ]
    }
  }
}

/** Each claim with what was found, one below the other. */
function answers({ claims }: ModelResult, checks: readonly Check[]): string[] {
  const width = Math.max(0, ...claims.map(({ claim }) => claim.length))
  return claims.flatMap(({ claim, check }) => {
    const answer = checks.find(({ id }) => id === check)
    return answer?.measured && answer.status === 'pass'
      ? [`${claim.padEnd(width)}  ${found(answer)} ${wanted(answer)}`]
      : []
  })
}
