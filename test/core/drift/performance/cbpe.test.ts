import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { calibratedAt } from '../../../../src/core/drift/performance/calibrated-at.ts'
import { coarser } from '../../../../src/core/drift/performance/coarser.ts'
import { estimateUnlabelled } from '../../../../src/core/drift/performance/estimate-unlabelled.ts'
import { groupScores } from '../../../../src/core/drift/performance/group-scores.ts'
import { groupedFigures } from '../../../../src/core/drift/performance/grouped-figures.ts'
import { isotonic } from '../../../../src/core/drift/performance/isotonic.ts'
import { byClass } from '../../../../src/core/model/scores.ts'
import { random } from '../random.ts'

const numbers = z.record(z.string(), z.number())
const { cases } = z
  .object({
    cases: z.array(
      z.object({
        name: z.string(),
        threshold: z.number(),
        scores: z.array(z.number()),
        labels: z.array(z.number()),
        current: z.array(z.number()),
        calibrated: z.array(z.number()),
        nannyml: numbers,
        weighted: numbers,
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL('../../../fixtures/goldens/cbpe-vectors.json', import.meta.url), 'utf8')))

const grouped = (labels: readonly number[], scores: readonly number[]) =>
  groupScores(byClass(Uint8Array.from(labels), Float64Array.from(scores)))
const unlabelled = (scores: readonly number[]) =>
  groupScores({ positives: Float64Array.from(scores), negatives: new Float64Array() })

describe.each(cases)('$name', ({ scores, labels, current, calibrated, threshold, nannyml, weighted }) => {
  const reference = grouped(labels, scores)

  it('is calibrated as by scikit-learn', () => {
    const found = calibratedAt(Float64Array.from(current).toSorted(), reference)
    for (const [i, probability] of calibrated.toSorted((a, b) => a - b).entries())
      expect(found[i]).toBeCloseTo(probability, 10)
  })

  it('is estimated as by NannyML, and as weighted rows of either class by scikit-learn', () => {
    const found = estimateUnlabelled(reference, unlabelled(current), { threshold, seed: 'ab', resamples: 2 })
    const rows = unlabelled(current)
    const positives = calibratedAt(rows.scores, reference).map((p, i) => p * (rows.rows[i] ?? 0))
    const expected: Record<string, number> = groupedFigures({ ...rows, positives }, threshold)
    // NannyML rounds expected counts to five digits.
    for (const [id, value] of Object.entries(nannyml))
      expect(expected[id], id).toBeCloseTo(value, id === 'auc' ? 5 : 10)
    for (const [id, value] of Object.entries(weighted)) expect(expected[id], id).toBeCloseTo(value, 10)
    for (const [id, change] of found) expect(change.current, id).toBe(expected[id])
  })
})

describe('isotonic regression', () => {
  it('pools neighbours that fall, by weight', () => {
    expect([...isotonic(Float64Array.of(1, 0, 2, 1, 4), Float64Array.of(1, 3, 1, 1, 1))]).toEqual([
      0.25, 0.25, 1.5, 1.5, 4,
    ])
  })

  it('takes no account of what has no weight', () => {
    expect([...isotonic(Float64Array.of(9, 1, Number.NaN, 0, 3), Float64Array.of(0, 1, 0, 1, 1))]).toEqual([
      0.5, 0.5, 0.5, 0.5, 3,
    ])
  })
})

describe('uncertainty of estimates', () => {
  const rows = (n: number, seed: number) => {
    const { normal, uniform } = random(seed)
    const scores = Array.from({ length: n }, () => 1 / (1 + Math.exp(-1.5 * normal())))
    return grouped(
      scores.map(score => Number(uniform() < score)),
      scores,
    )
  }
  const width = (of: ReturnType<typeof estimateUnlabelled>) => {
    const [lower = 0, upper = 0] = of.get('accuracy')?.intervalAt(0.9) ?? []
    return upper - lower
  }
  const asked = { threshold: 0.5, seed: 'ab', resamples: 100 }

  it('shrinks with the rows, whether or not they are put together', () => {
    const few = width(estimateUnlabelled(rows(500, 1), rows(500, 2), asked))
    const many = width(estimateUnlabelled(rows(8000, 3), rows(8000, 4), asked))
    expect(few / many).toBeGreaterThan(3)
    expect(few / many).toBeLessThan(6)
  })

  it('is the same for the same seed', () => {
    const found = () => estimateUnlabelled(rows(500, 1), rows(500, 2), asked).get('auc')?.intervalAt(0.9)
    expect(found()).toEqual(found())
  })

  it('rests on cells that hold every row once and part at the threshold', () => {
    const all = rows(8000, 5)
    const cells = coarser(all, 0.3)
    const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0)
    expect(cells.scores.length).toBeLessThan(1002)
    expect(cells.scores).toEqual(cells.scores.toSorted())
    expect(total(cells.rows)).toBe(8000)
    const [fine, coarse] = [groupedFigures(all, 0.3), groupedFigures(cells, 0.3)]
    for (const id of ['accuracy', 'precision', 'recall', 'f1'] as const) expect(coarse[id]).toBe(fine[id])
    expect(coarse.auc).toBeCloseTo(fine.auc, 3)
  })
})
