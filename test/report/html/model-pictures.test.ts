import { toHtml } from 'hast-util-to-html'
import { expect, it } from 'vitest'
import type { ModelResult } from '../../../src/core/model/result.ts'
import { modelPart } from '../../../src/report/html/parts/model.ts'

const RESULT: ModelResult = {
  task: 'regression',
  n: 100,
  positives: null,
  threshold: 0.5,
  confusion: null,
  metrics: [],
  comparisons: [],
  claims: [],
}
const html = (result: Partial<ModelResult>) => toHtml(modelPart({ ...RESULT, ...result }, []))
const rects = (page: string) => [...page.matchAll(/<rect [^>]*class="current"[^>]*>/g)].map(([rect]) => rect)
const height = (rect: string) => Number(/ height="([\d.]+)"/.exec(rect)?.[1])

it('errors of predictions are a histogram, each bar as high as it has rows, and quantiles', () => {
  const page = html({
    residuals: {
      quantiles: [
        { p: 0, value: -3 },
        { p: 0.5, value: 0.25 },
        { p: 1, value: 4 },
      ],
      histogram: { from: -2, to: 2, rows: [10, 40, 0, 50] },
    },
  })
  const heights = rects(page).map(height)
  expect(heights).toHaveLength(4)
  expect((heights[0] ?? 0) / (heights[3] ?? 1)).toBeCloseTo(0.2, 2)
  expect(heights[2]).toBe(0)
  for (const part of ['predicted less true', 'least', 'median', 'greatest', '>0.2500<']) expect(page).toContain(part)
})

it('errors that are all the same are one bar', () => {
  const page = html({ residuals: { quantiles: [{ p: 0.5, value: 3 }], histogram: { from: 3, to: 3, rows: [100] } } })
  expect(rects(page).map(height)).toEqual([216])
  expect(page).not.toContain('NaN')
})

it('a confusion matrix is drawn, a cell the darker the larger its share of its line', () => {
  const page = html({ task: 'binary', positives: 40, confusion: { tp: 30, fn: 10, fp: 0, tn: 60 } })
  expect(rects(page).map(rect => Number(/fill-opacity="([\d.]+)"/.exec(rect)?.[1]))).toEqual([0.3, 0.1, 0, 0.4])
  for (const part of ['30 (75.0\u202f%)', '10 (25.0\u202f%)', '0 (0\u202f%)', '60 (100\u202f%)', 'threshold 0.5'])
    expect(page).toContain(part)
})

it('of several classes by name, and of very many only as a table', () => {
  const classes = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      name: i === 0 ? '<b>' : `class ${i}`,
      rows: 10,
      predicted: Array.from({ length: count }, (_, j) => (i === j ? 10 : 0)),
      precision: 1,
      recall: 1,
      interval: [0.7, 1] satisfies [number, number],
      f1: 1,
    }))
  const three = html({ task: 'multiclass', classes: classes(3) })
  expect(rects(three)).toHaveLength(9)
  expect(three).toContain('>&#x3C;b><')
  const many = html({ task: 'multiclass', classes: classes(21) })
  expect(rects(many)).toHaveLength(0)
  expect(many).toContain('class 20')
})
