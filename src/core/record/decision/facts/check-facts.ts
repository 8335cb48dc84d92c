import type { Evidence } from '../../../evidence.ts'
import type { Fact } from './fact.ts'

/** The checks of a gate: how each stands, and what it has measured. */
export function checkFacts({ gate, checks }: Evidence): Fact[] {
  return checks.map(({ id, status, measured }) => ({
    gate,
    check: id,
    status,
    ...(measured && {
      value: measured.value,
      ...(measured.interval && { interval: measured.interval }),
      ...(measured.level !== undefined && { level: measured.level }),
      ...(measured.n !== undefined && { n: measured.n }),
    }),
  }))
}
