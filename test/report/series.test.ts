import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { seriesFigure } from '../../src/report/figures/series.ts'
import { judgeLogs, judgeSettings } from '../core/drift/series/judge-files.ts'
import { aLog } from '../core/drift/series/logs.ts'

const example = (name: string) => readFileSync(new URL(`../../examples/credit/${name}`, import.meta.url), 'utf8')

describe('the figure of operational series', () => {
  const figure = judgeSettings(example('operational-series.yml'), {
    'serving-log.csv': example('serving-log.csv'),
  }).then(({ series }) => seriesFigure(series))

  test('has a line per series, what passed last', async () => {
    const lines = (await figure).split('\n').filter(line => line.startsWith('| ❌') || line.startsWith('| ✅'))
    expect(lines.map(line => line.split('|')[2]?.trim())).toEqual(['`requests`', '`errors`', '`latency`', '`defaults`'])
    expect(lines.at(-1)).toContain('671 of 1h, 337 too young')
  })

  test('draws the judged time as bars, a mark below those that hold flagged buckets', async () => {
    const [, errors = ''] = (await figure).split('\n').filter(line => line.startsWith('| ❌'))
    const [shown = '', marks = ''] = errors.split('|')[3]?.trim().split('<br>') ?? []
    expect(shown).toHaveLength(42)
    // 30 January is the sixteenth judged day of forty-two.
    expect(marks).toBe(`${'\u2007'.repeat(15)}▲`)
    expect(shown[15]).toBe('█')
  })

  test('tells when it was worst, with what was found and expected', async () => {
    expect(await figure).toContain('3 buckets<br>2024-01-30\u00a004:00: 10.4\u202f%, expected 0.3\u202f%')
  })

  test('of a series that was not read says so', async () => {
    const { series } = await judgeLogs([{ name: 'a', kind: 'volume', log: 'log.csv', count: 'nowhere' }], {
      'log.csv': aLog({ seed: 1, hours: 5 }),
    })
    expect(seriesFigure(series)).toMatch(/\| `a` \| {2}\| nothing read \| {2}\|/)
  })
})
