import type { Status } from '../../verdict.ts'

/** Whether a quantity meets a threshold: its interval decides, so that what holds at one end only is inconclusive. */
export function judge(interval: readonly [number, number], comparator: '>=' | '<=', threshold: number): Status {
  const [lower, upper] = interval
  if (comparator === '>=') {
    if (lower >= threshold) return 'pass'
    return upper < threshold ? 'fail' : 'inconclusive'
  }
  if (upper <= threshold) return 'pass'
  return lower > threshold ? 'fail' : 'inconclusive'
}
