import type { Status } from '../../verdict.ts'

export type Comparator = '>=' | '<=' | '>'

/** Whether a quantity meets a threshold: its interval decides, so that what holds at one end only is inconclusive. */
export function judge(interval: readonly [number, number], comparator: Comparator, threshold: number): Status {
  const [lower, upper] = interval
  if (comparator === '<=') {
    if (upper <= threshold) return 'pass'
    return lower > threshold ? 'fail' : 'inconclusive'
  }
  const beyond = comparator === '>'
  if (beyond ? lower > threshold : lower >= threshold) return 'pass'
  return (beyond ? upper <= threshold : upper < threshold) ? 'fail' : 'inconclusive'
}
