import { describe, expect, it } from 'vitest'
import { compareMetric } from '../../../src/core/dvc/metrics/compare-metrics.ts'
import { readMetrics } from '../../../src/core/dvc/metrics/read-metrics.ts'
import { readTolerance } from '../../../src/core/dvc/metrics/tolerance.ts'

describe('a file of metrics', () => {
  it('is read from JSON, with the numbers that Python writes and JSON lacks', () => {
    expect([
      ...readMetrics('m.json', '{"a": 1, "b": {"c": NaN, "d": -Infinity}, "e": "NaN or not", "f": [1, null]}'),
    ]).toEqual([
      ['a', 1],
      ['b.c', Number.NaN],
      ['b.d', Number.NEGATIVE_INFINITY],
      ['e', 'NaN or not'],
      ['f.0', 1],
      ['f.1', 'null'],
    ])
  })
  it('is read from YAML and TOML', () => {
    expect([...readMetrics('m.yaml', 'a:\n  b: .nan\n  c: 1e-3\n')]).toEqual([
      ['a.b', Number.NaN],
      ['a.c', 0.001],
    ])
    expect([...readMetrics('m.toml', 'a = 1\n[b]\nc = inf\n')]).toEqual([
      ['a', 1],
      ['b.c', Number.POSITIVE_INFINITY],
    ])
  })
  it('is refused where it is none', () => {
    expect(() => readMetrics('m.json', '<html>')).toThrow('Expected m.json to hold metrics but it cannot be read')
  })
})

describe('a metric that changes', () => {
  const decide = (before: number | string | undefined, after: number | string | undefined, ...rules: string[]) =>
    compareMetric({ file: 'm.json', name: 'auc', before, after }, [
      ...rules.filter(rule => rule.includes('=')).map(readTolerance),
      ...rules.flatMap(rule =>
        rule === 'higher' || rule === 'lower' ? [{ metric: 'auc', direction: rule } as const] : [],
      ),
    ]).status

  it('passes within the larger of both tolerances, in the direction that counts', () => {
    expect([
      decide(0.9, 0.9),
      decide(0.9, 0.91),
      decide(0.9, 0.91, 'higher'),
      decide(0.9, 0.89, 'higher'),
      decide(0.5, 0.25, 'higher', 'auc=0.25'),
      decide(0.5, 0.24, 'higher', 'auc=0.25'),
      decide(200, 210, 'lower', '*=5%'),
      decide(200, 210.5, 'lower', 'm.json:auc=0.1,5%'),
      decide(-200, -190, 'lower', 'auc=5%'),
    ]).toEqual(['pass', 'fail', 'pass', 'fail', 'pass', 'fail', 'pass', 'fail', 'pass'])
  })
  it('is inconclusive where it is missing, not finite or no number', () => {
    for (const [before, after] of [
      [undefined, 1],
      [1, undefined],
      [Number.NaN, 1],
      [1, Number.POSITIVE_INFINITY],
      [Number.NaN, Number.NaN],
      ['a', 'b'],
      ['a', 1],
    ] as const)
      expect(decide(before, after, 'higher', 'auc=100')).toBe('inconclusive')
    expect(decide('logistic', 'logistic')).toBe('pass')
  })
})

it.each(['auc', 'auc=', '=1', 'auc=x', 'auc=-1', 'auc=1,'])('a tolerance %s is refused', text => {
  expect(() => readTolerance(text)).toThrow('Expected a tolerance such as auc=0.01 or auc=2%')
})
