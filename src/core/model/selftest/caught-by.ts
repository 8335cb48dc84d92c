import type { Judgement } from './judge-copy.ts'

/** The checks that caught a copy: faults of its file, else the claims that fail, else those that are undecided. */
export function caughtBy({ verdict, faults, claims }: Judgement): string[] {
  if (verdict === 'passed') return []
  if (faults.length > 0) return faults.map(({ id }) => id)
  const wanted = verdict === 'failed' ? 'fail' : 'inconclusive'
  return [...claims.values()].filter(({ status }) => status === wanted).map(({ id }) => id)
}
