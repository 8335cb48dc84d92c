import { describe, expect, it } from 'vitest'
import { checkClaims } from '../../../../src/core/model/claims/check-claims.ts'
import { isOnMetric } from '../../../../src/core/model/claims/claim.ts'
import { parseClaim } from '../../../../src/core/model/claims/parse-claim.ts'
import type { Rows } from '../../../../src/core/model/predictions/rows.ts'
import type { Task } from '../../../../src/core/model/task.ts'
import { binary } from '../../../../src/core/model/tasks/binary.ts'
import { evaluation } from '../../../../src/core/model/tasks/evaluation.ts'
import { multiclass } from '../../../../src/core/model/tasks/multiclass.ts'
import { ranking } from '../../../../src/core/model/tasks/ranking.ts'
import { regression } from '../../../../src/core/model/tasks/regression.ts'
import { trialOf } from '../../../../src/core/model/trial.ts'
import { expectClose } from '../close.ts'
import { rowsOf } from '../rows-of.ts'
import { settingsOf } from '../settings-of.ts'

function metricOf(text: string, task: Task) {
  const claim = parseClaim(text, task)
  if (!isOnMetric(claim)) throw new Error('A claim on a metric')
  return claim.metric
}

describe('a metric with a number of its own', () => {
  it.each([
    [ranking, 'ndcg@10 >= 0.4', 'ndcg-at-10', 'NDCG@10'],
    [ranking, 'NDCG at 5 >= 0.4', 'ndcg-at-5', 'NDCG@5'],
    [ranking, 'ndcg-at-5 >= 0.4', 'ndcg-at-5', 'NDCG@5'],
    [ranking, 'recall@100 >= 0.4', 'recall-at-100', 'Recall@100'],
    [ranking, 'hits@1 >= 0.4', 'hit-rate-at-1', 'Hit rate@1'],
    [ranking, 'hit rate@3 >= 0.4', 'hit-rate-at-3', 'Hit rate@3'],
    [ranking, 'map@10 no worse than champion', 'map-at-10', 'MAP@10'],
    [ranking, 'mrr@10 >= 0.4 at alpha 0.05', 'mrr-at-10', 'MRR@10'],
    [evaluation, 'pass@1 >= 0.6', 'pass-at-1', 'Pass@1'],
    [evaluation, 'pass-at-10 >= 0.6', 'pass-at-10', 'Pass@10'],
    [multiclass, 'top-5 accuracy >= 0.9', 'top-5-accuracy', 'Top-5 accuracy'],
    [multiclass, 'top 2 >= 0.9', 'top-2-accuracy', 'Top-2 accuracy'],
    [multiclass, 'top-k-accuracy@4 >= 0.9', 'top-4-accuracy', 'Top-4 accuracy'],
    [binary, 'f2 >= 0.5', 'f2', 'F2'],
    [binary, 'F0.5-score >= 0.5', 'f0.5', 'F0.5'],
    [binary, 'f-beta@3 >= 0.5', 'f3', 'F3'],
    [binary, 'lift@0.05 >= 2', 'lift-at-0.05', 'Lift@0.05'],
    [binary, 'f1 >= 0.5', 'f1', 'F1'],
    [regression, 'within-tolerance@0.5 >= 0.5', 'within-tolerance-at-0.5', 'Within 0.5'],
  ])('$id: %s is %s', (task, text, id, title) => {
    expect(metricOf(text, task)).toMatchObject({ id, title })
  })

  it.each([
    [ranking, 'ndcg@0 >= 0.4', 'Expected a whole number of at least 1 but found 0 (claim "ndcg@0 >= 0.4", column 5)'],
    [ranking, 'ndcg@2.5 >= 0.4', 'Expected a whole number of at least 1 but found 2.5'],
    [binary, 'auc@5 >= 0.4', '\'auc\' is not asked with a number but found 5 (claim "auc@5 >= 0.4", column 4)'],
    [binary, 'lift@20 >= 2', 'Expected a share of the rows above 0 and at most 1 but found 20'],
    [ranking, 'ndcg@ten >= 0.4', "Expected '>=', '<=' or 'no worse than champion' after 'ndcg' but found '@ten'"],
  ])('$id: %s is refused', (task, text, message) => {
    expect(() => parseClaim(text, task)).toThrow(message)
  })
})

/** Sixty queries of three results: the relevant one stands first in 20 of them, second in 30, third in 10. */
function queries(): Rows {
  const places = [...Array<number>(20).fill(0), ...Array<number>(30).fill(1), ...Array<number>(10).fill(2)]
  const rows = places.flatMap((place, query) =>
    [0, 1, 2].map(result => ({ query, relevant: result === place, result })),
  )
  return {
    n: rows.length,
    columns: new Map<string, { numbers: Float64Array } | { codes: Uint32Array; names: string[] }>([
      ['label', { numbers: Float64Array.from(rows, ({ relevant }) => Number(relevant)) }],
      ['score', { numbers: Float64Array.from(rows, ({ result }) => -result) }],
      ['query', { codes: Uint32Array.from(rows, ({ query }) => query), names: places.map((_, i) => `q${i}`) }],
    ]),
  }
}

const judged = (task: Task, texts: readonly string[], rows: Rows, settings: string) => {
  const claims = texts.map(text => parseClaim(text, task))
  const asked = task.including(claims.flatMap(claim => (isOnMetric(claim) ? [claim.metric] : [])))
  const trial = trialOf(asked, rows, undefined, settingsOf(settings).certify)
  return { asked, trial, ...checkClaims(claims, { model: [], trial }) }
}

describe('is judged beside the one of the settings', () => {
  it('of rankings', () => {
    const { checks, trial, asked } = judged(
      ranking,
      ['recall@1 >= 0.2', 'recall@2 >= 0.2', 'mrr@2 >= 0.1', 'ndcg@2 >= 0.1', 'hits@1 <= 0.9'],
      queries(),
      'certify: { task: ranking }',
    )
    expect(checks.map(({ id, status }) => [id, status])).toEqual([
      ['recall-at-1.floor', 'pass'],
      ['recall-at-2.floor', 'pass'],
      ['mrr-at-2.floor', 'pass'],
      ['ndcg-at-2.floor', 'pass'],
      ['hit-rate-at-1.ceiling', 'pass'],
    ])
    expectClose(
      checks.map(({ measured }) => Number(measured?.value)),
      [20 / 60, 50 / 60, (20 + 30 / 2) / 60, (20 + 30 / Math.log2(3)) / 60, 20 / 60],
    )
    expect(trial.whole.challenger.get('recall')?.value).toBe(1)
    expectClose([trial.whole.challenger.get('mrr')?.value ?? 0], [(20 + 30 / 2 + 10 / 3) / 60])
    expect(asked.metrics.filter(({ variant }) => variant).map(({ id }) => id)).toEqual(
      checks.map(({ id }) => id.replace(/\.\w+$/, '')),
    )
  })

  it('of two classes', () => {
    const rows = rowsOf([
      { rows: 40, label: '1', score: 0.9, attributes: {} },
      { rows: 10, label: '0', score: 0.9, attributes: {} },
      { rows: 20, label: '1', score: 0.2, attributes: {} },
      { rows: 50, label: '0', score: 0.1, attributes: {} },
    ])
    const { checks } = judged(
      binary,
      ['f2 >= 0.1', 'f0.5 >= 0.1', 'lift@0.25 >= 0.5'],
      rows,
      "certify: { positive: '1' }",
    )
    // Recall 2/3, precision 0.8: F-beta is (1 + b²) p r / (b² p + r).
    expectClose(
      checks.map(({ measured }) => Number(measured?.value)),
      [(5 * 0.8 * (2 / 3)) / (4 * 0.8 + 2 / 3), (1.25 * 0.8 * (2 / 3)) / (0.25 * 0.8 + 2 / 3), 1.6],
    )
    for (const { measured } of checks) expect(measured?.interval?.[0]).toBeLessThan(Number(measured?.value))
  })
})
