import { describe, expect, it } from 'vitest'
import { checkClaims } from '../../../../src/core/model/claims/check-claims.ts'
import { parseClaim } from '../../../../src/core/model/claims/parse-claim.ts'
import { fairnessTable } from '../../../../src/core/model/fairness/fairness-table.ts'
import type { Rows } from '../../../../src/core/model/predictions/rows.ts'
import { binary } from '../../../../src/core/model/tasks/binary.ts'
import { trialOf } from '../../../../src/core/model/trial.ts'
import { newcombe, wilson } from '../../../../src/core/stats/index.ts'
import { mover } from '../../../../src/core/stats/intervals/mover.ts'
import { expectClose } from '../close.ts'
import { namesOf } from '../names-of.ts'
import { type Alike, rowsOf } from '../rows-of.ts'
import { settingsOf } from '../settings-of.ts'

/** A group of which `chosen` of `rows` are predicted positive, half of them rightly. */
function group(name: string, chosen: number, rows: number): Alike[] {
  const attributes = { group: name }
  return [
    { rows: chosen / 2, label: '1', score: 0.9, attributes },
    { rows: chosen / 2, label: '0', score: 0.9, attributes },
    { rows: (rows - chosen) / 2, label: '1', score: 0.1, attributes },
    { rows: (rows - chosen) / 2, label: '0', score: 0.1, attributes },
  ]
}

const withColumns = (
  rows: Rows,
  columns: Readonly<Record<string, { numbers: Float64Array } | ReturnType<typeof namesOf>>>,
) => ({
  ...rows,
  columns: new Map([...rows.columns, ...Object.entries(columns)]),
})

const trial = (rows: Rows, settings: string) =>
  trialOf(binary, rows, undefined, settingsOf(`certify: { positive: '1', ${settings} }`).certify)

function check(claim: string, rows: Rows, settings: string) {
  const [found] = checkClaims([parseClaim(claim, binary)], { model: [], trial: trial(rows, settings) }).checks
  if (!found) throw new Error('A claim has a check')
  return found
}

/** Every row once more, or as often as asked. */
function repeated(rows: Rows, times: number): Rows {
  const pick = <T extends Float64Array | Uint32Array>(values: T, into: T) => {
    for (const [i, value] of values.entries()) into.fill(value, i * times, (i + 1) * times)
    return into
  }
  return {
    n: rows.n * times,
    columns: new Map(
      [...rows.columns].map(([role, column]) => [
        role,
        'numbers' in column
          ? { numbers: pick(column.numbers, new Float64Array(rows.n * times)) }
          : { ...column, codes: pick(column.codes, new Uint32Array(rows.n * times)) },
      ]),
    ),
  }
}

const ROWS = rowsOf([...group('a', 320, 400), ...group('b', 360, 400)])

describe('fairness of rows that belong together', () => {
  it('of two rows for each person is as uncertain as of one', () => {
    const twice = repeated(ROWS, 2)
    const persons = namesOf(Array.from({ length: twice.n }, (_, row) => `p${Math.floor(row / 2)}`))
    const own = check('equal opportunity by group within 0.2', ROWS, '')
    const clustered = check(
      'equal opportunity by group within 0.2',
      withColumns(twice, { cluster: persons }),
      'cluster: person',
    )
    const naive = check('equal opportunity by group within 0.2', twice, '')
    const width = ({ measured }: typeof own) => Number(measured?.interval?.[1]) - Number(measured?.interval?.[0])
    expect(clustered.measured?.value).toBeCloseTo(Number(own.measured?.value), 12)
    expect(width(clustered) / width(own)).toBeCloseTo(1, 1)
    expect(width(naive) / width(own)).toBeLessThan(0.75)
    expect(clustered.measured).toMatchObject({
      method: expect.stringContaining('mover (korn-graubard, clustered ('),
      n: 2 * Number(own.measured?.n),
    })
  })

  it('knows that groups in the same clusters vary together', () => {
    // Every household has one of each group, and most are treated alike: the difference varies less than either rate.
    const pairs = Array.from({ length: 300 }, (_, i) => ({ a: i % 3 !== 0, b: i % 3 !== 0 || i % 12 === 0 }))
    const parts = pairs.flatMap(({ a, b }): Alike[] => [
      { rows: 1, label: '1', score: a ? 0.9 : 0.1, attributes: { group: 'a' } },
      { rows: 1, label: '1', score: b ? 0.9 : 0.1, attributes: { group: 'b' } },
    ])
    const rows = rowsOf([...parts, { rows: 10, label: '0', score: 0.1, attributes: { group: 'a' } }])
    const households = namesOf(Array.from({ length: rows.n }, (_, row) => `h${Math.floor(row / 2)}`))
    const together = check(
      'equal opportunity by group within 0.2',
      withColumns(rows, { cluster: households }),
      'cluster: household',
    )
    const apart = check('equal opportunity by group within 0.2', rows, '')
    const width = ({ measured }: typeof apart) => Number(measured?.interval?.[1]) - Number(measured?.interval?.[0])
    expect(width(together)).toBeLessThan(0.7 * width(apart))
    expect(Number(together.measured?.pValue)).toBeLessThan(Number(apart.measured?.pValue))
  })

  it('of hardly any clusters decides nothing', () => {
    const few = namesOf(Array.from({ length: ROWS.n }, (_, row) => `c${row % 5}`))
    const found = check('fair by group', withColumns(ROWS, { cluster: few }), 'cluster: city')
    expect(found.measured?.interval?.[0]).toBeLessThan(0.5)
    expect(check('impact ratio by group >= 0.8', withColumns(ROWS, { cluster: few }), 'cluster: city').status).toBe(
      'inconclusive',
    )
  })
})

describe('fairness of rows that count differently', () => {
  const weights = Float64Array.from({ length: ROWS.n }, (_, row) => 1 + (row % 3))

  it('is that of the rows as often as they count', () => {
    const { measured } = check(
      'impact ratio by group >= 0.5',
      withColumns(ROWS, { weight: { numbers: weights } }),
      'weight: w',
    )
    const groups = ['a', 'b'].map((_, i) => {
      const [from, to] = i === 0 ? [0, 400] : [400, 800]
      const chosen = i === 0 ? 320 : 360
      const all = weights.subarray(from, to).reduce((sum, weight) => sum + weight, 0)
      return weights.subarray(from, from + chosen).reduce((sum, weight) => sum + weight, 0) / all
    })
    expectClose([Number(measured?.value)], [(groups[0] ?? 0) / (groups[1] ?? 0)])
    expect(measured?.method).toBe('mover (korn-graubard, weighted)')
  })

  it('with equal weights is as uncertain as without', () => {
    const numbers = new Float64Array(ROWS.n).fill(2.5)
    const equal = check('equalized odds by group within 0.3', withColumns(ROWS, { weight: { numbers } }), 'weight: w')
    const plain = check('equalized odds by group within 0.3', ROWS, '')
    expect(equal.status).toBe('pass')
    for (const i of [0, 1])
      expect(equal.measured?.interval?.[i]).toBeCloseTo(Number(plain.measured?.interval?.[i]), 1.5)
  })

  it('a rate of nought has a ratio of nought, and a bound', () => {
    const rows = rowsOf([...group('a', 0, 200), ...group('b', 100, 200)])
    const numbers = Float64Array.from({ length: rows.n }, (_, row) => 1 + (row % 2))
    const { measured, status } = check('fair by group', withColumns(rows, { weight: { numbers } }), 'weight: w')
    expect(status).toBe('fail')
    expect(measured?.value).toBe(0)
    expect(measured?.interval?.[0]).toBe(0)
    expect(measured?.interval?.[1]).toBeGreaterThan(0)
    expect(measured?.interval?.[1]).toBeLessThan(0.3)
  })

  it('is shown with the rates as they are weighed', () => {
    const rows = withColumns(ROWS, { weight: { numbers: weights } })
    const table = fairnessTable(trial(rows, 'weight: w'), ['group'])
    const { measured } = check('impact ratio by group >= 0.5', rows, 'weight: w')
    expect(table?.method).toBe('mover')
    expect(table?.groups.find(({ group }) => group === 'a')?.ratio?.value).toBeCloseTo(Number(measured?.value), 12)
    expect(table?.groups.map(({ rows }) => rows)).toEqual([400, 400])
  })
})

it('of two proportions with Wilson’s intervals, MOVER is Newcombe’s', () => {
  const of = (k: number, n: number) => ({ value: k / n, ...wilson(k, n, 0.95) })
  const [own, expected] = [mover(of(56, 70), of(48, 80), 0), newcombe(56, 70, 48, 80, 0.95)]
  expectClose([own.lower, own.upper], [expected.lower, expected.upper])
})
