import { describe, expect, it } from 'vitest'
import type { ModelResult, SliceRow } from '../../src/core/model/result.ts'
import { fairnessFigure } from '../../src/report/figures/fairness.ts'
import { modelFigure } from '../../src/report/figures/model.ts'
import { sliceFigure } from '../../src/report/figures/slices.ts'

const result: ModelResult = {
  task: 'binary',
  n: 1000,
  positives: 400,
  threshold: 0.5,
  confusion: null,
  metrics: [{ id: 'auc', title: 'AUC', better: 'higher', value: 0.8, interval: [0.78, 0.82], level: 0.95, n: 1000 }],
  comparisons: [],
  claims: [],
}
const slice = (name: string, value: number | null, status?: SliceRow['status']): SliceRow => ({
  by: 'region',
  slice: name,
  metric: 'auc',
  rows: 100,
  value,
  n: 100,
  ...(value === null ? { few: true } : { interval: [value - 0.05, value + 0.05], level: 0.95 }),
  ...(status ? { status } : {}),
})

describe('slices', () => {
  it('stand the worst first, those too small where they belong', () => {
    const text = sliceFigure({
      ...result,
      slices: [slice('fine', 0.85, 'pass'), slice('few', null, 'inconclusive'), slice('poor', 0.6, 'fail')],
    })
    expect(text.indexOf('region: poor')).toBeLessThan(text.indexOf('region: few'))
    expect(text.indexOf('region: few')).toBeLessThan(text.indexOf('region: fine'))
    expect(text).toContain('3 slices, 2 of them not shown to hold')
    expect(text).toContain('too few rows')
  })

  it('are none where none was named', () => {
    expect(sliceFigure(result)).toBe('')
    expect(fairnessFigure(result)).toBe('')
    expect(modelFigure(result, [])).not.toContain('slice')
  })

  it('with names that would break out of their block stay in it, on a line each', () => {
    const text = sliceFigure({ ...result, slices: [slice('```\n<script>', 0.8), slice('x'.repeat(500), 0.8)] })
    expect(text.split('```')).toHaveLength(3)
    expect(text).not.toContain('\n<script>')
    expect(Math.max(...text.split('\n').map(line => line.length))).toBeLessThan(200)
  })

  it('of any number leave a section room', () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({ ...slice(`r${i}`, 0.7), metric: `m${i % 30}` }))
    const text = modelFigure({ ...result, slices: many }, [])
    expect(text.length).toBeLessThan(8_200)
    expect(text).toContain('more')
  })
})

it('groups stand the least chosen first, names escaped', () => {
  const rate = (value: number) => ({ value, interval: [value - 0.1, value + 0.1] satisfies [number, number], n: 100 })
  const text = fairnessFigure({
    ...result,
    fairness: [
      {
        by: 'sex',
        favourable: 'good',
        level: 0.95,
        groups: [
          { group: 'm', rows: 100, selection: rate(0.8) },
          {
            group: 'f | <b>',
            rows: 100,
            selection: rate(0.5),
            ratio: { value: 0.625, interval: [0.5, 0.78], pValue: 1e-5 },
          },
          { group: 'x', rows: 3, few: true, selection: rate(0.2) },
        ],
      },
    ],
  })
  const rows = text.split('\n').filter(line => /^\| .*%/.test(line))
  expect(rows.map(line => line.replaceAll('\\', '').slice(2, 3))).toEqual(['s', 'f', 'm', 'x'])
  expect(text).not.toContain('<b>')
  expect(text).toContain('too few rows')
})
