import calculator from 'ae-cvss-calculator'

/**
 * The base score of a CVSS 3.0, 3.1 or 4.0 vector, 0 to 10 (FIRST's specifications); undefined for what is no such vector, or lacks a base
 * metric. CVSS 2 knows no critical severity: its scores are not comparable.
 */
export function cvss(text: string): number | undefined {
  const written = text.trim()
  if (!/^CVSS:(3\.[01]|4\.0)\//.test(written)) return undefined
  const vector = calculator.fromVector(written)
  return vector?.isBaseFullyDefined() ? vector.calculateScores().base : undefined
}
