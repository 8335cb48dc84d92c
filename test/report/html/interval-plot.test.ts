import { toHtml } from 'hast-util-to-html'
import { expect, it } from 'vitest'
import { intervalPlot } from '../../../src/report/html/charts/interval-plot.ts'

/** The numbers below a line, with where they stand. */
const scalesOf = (html: string) =>
  [...html.matchAll(/<svg class="scale".*?<\/svg>/g)].map(([svg]) =>
    [...svg.matchAll(/<text class="tick" x="([\d.]+)".*?>(.*?)<\/text>/g)].map(([, x, label = '']) => ({
      x: Number(x),
      label,
    })),
  )

const rows = [
  { label: 'auc >= 0.78', value: 0.8225, interval: [0.7955, 0.8456] as const, bar: 0.78 },
  { label: 'auc no worse than champion by 0.01', value: 0, interval: [-0.0098, 0.0098] as const, bar: -0.01 },
  { label: 'rmse <= 120000', value: 118_000, interval: [104_000, 131_000] as const, bar: 120_000 },
  { label: 'exact', value: 0.5, interval: [0.5, 0.5] as const, bar: 0.5 },
]

it('each line has numbers of its own scale below it, apart from each other and within the drawing', () => {
  const scales = scalesOf(toHtml(intervalPlot('Claims', rows)))
  expect(scales).toHaveLength(rows.length)
  for (const ticks of scales) {
    expect(ticks.length).toBeGreaterThanOrEqual(2)
    const spans = ticks.map(({ x, label }) => [x - label.length * 3.2, x + label.length * 3.2] as const)
    expect(spans[0]?.[0]).toBeGreaterThanOrEqual(0)
    expect(spans.at(-1)?.[1]).toBeLessThanOrEqual(320)
    for (const [i, [from]] of spans.slice(1).entries()) expect(from).toBeGreaterThan(spans[i]?.[1] ?? 0)
  }
})

it('a screen reader is told the bar, and a common scale stands once', () => {
  expect(toHtml(intervalPlot('Claims', rows))).toContain('<span class="hidden">, bar −0.01')
  const common = toHtml(intervalPlot('Slices', rows.slice(0, 2), { common: true }))
  expect(scalesOf(common)).toEqual([])
  expect(common.match(/<li class="axis"/g)).toHaveLength(1)
})
