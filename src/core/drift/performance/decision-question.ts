import { differenceOf } from './difference-of.ts'
import { estimatedShare } from './estimated-share.ts'
import type { Question } from './question.ts'

/** How the share of rows that are decided for has changed. */
export function decisionQuestion(
  reference: Float64Array,
  current: Float64Array,
  { threshold, limit }: { readonly threshold: number; readonly limit: number },
): Question {
  const chosen = (scores: Float64Array) => scores.reduce((count, score) => count + Number(score >= threshold), 0)
  const before = estimatedShare(chosen(reference), reference.length)
  const now = estimatedShare(chosen(current), current.length)
  return {
    id: 'decisions',
    title: `Share of scores of at least ${threshold}`,
    called: `the share of scores of at least ${threshold}`,
    worse: 'either',
    rows: { reference: reference.length, current: current.length },
    ...(before && now ? { change: differenceOf(before, now) } : { gap: 'a file has no rows' }),
    limit,
    setting: 'max-decision-change',
  }
}
