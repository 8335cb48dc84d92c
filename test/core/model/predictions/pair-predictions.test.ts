import { describe, expect, it } from 'vitest'
import { collectPredictions } from '../../../../src/core/model/predictions/collect-predictions.ts'
import { locateChecks } from '../../../../src/core/model/predictions/locate.ts'
import { pairPredictions } from '../../../../src/core/model/predictions/pair-predictions.ts'
import type { PredictionSource } from '../../../../src/core/model/predictions/prediction-source.ts'
import { numbersOf } from '../../../../src/core/model/predictions/rows.ts'
import { binaryReading } from '../../../../src/core/model/tasks/binary.ts'

function predictions(file: string, role: 'predictions' | 'champion', rows: readonly string[]) {
  const header = ['id', 'y', 'p']
  const source = { file, header, role, id: 'id', reading: binaryReading({ label: 'y', score: 'p', positive: 'bad' }) }
  const collector = collectPredictions(source)
  const shown = rows.map((row, index) => ({ line: index + 2, cells: row.split(',') }))
  collector.add(shown)
  const { predictions } = collector.finish()
  if (!predictions) throw new Error('Faulty rows')
  return { predictions, at: (line: number) => shown[line - 2] ?? { line, cells: [] } }
}

const pair = (ownRows: readonly string[], itsRows: readonly string[]) => {
  const own = predictions('own.csv', 'predictions', ownRows)
  const its = predictions('its.csv', 'champion', itsRows)
  const { checks, ...pairing } = pairPredictions(own.predictions, its.predictions)
  const show = ({ role }: PredictionSource, line: number) => (role === 'champion' ? its : own).at(line)
  return { ...pairing, checks: locateChecks(checks, show) }
}

const own = ['a,bad,0.9', 'b,good,0.2', 'c,good,0.1']

it('matches rows by id, whatever their order', () => {
  const { rows, checks } = pair(own, ['c,good,0.3', 'a,bad,0.8', 'b,good,0.4'])
  expect(rows && [...numbersOf(rows, 'score')]).toEqual([0.8, 0.4, 0.3])
  expect(checks).toMatchObject([{ id: 'champion.rows-match', status: 'pass' }])
})

it('warns when the model is compared with itself', () => {
  expect(pair(own, own.toReversed()).checks).toMatchObject([{ id: 'champion.rows-match', status: 'warn' }])
})

describe('rows that are not the same are inconclusive', () => {
  it('ids on one side only', () => {
    const { rows, checks } = pair(own, ['a,bad,0.8', 'x,good,0.3', 'c,good,0.3', 'y,good,0.3'])
    expect(rows).toBeUndefined()
    expect(checks).toMatchObject([
      {
        id: 'champion.ids',
        status: 'inconclusive',
        measured: { value: 3 },
        reason:
          'Expected own.csv and its.csv to have the same ids but found 1 missing from its.csv and 2 only in its.csv',
        locations: [
          { file: 'own.csv', line: 3, column: 'id', note: 'id b' },
          { file: 'its.csv', line: 3, column: 'id', note: 'id x' },
          { file: 'its.csv', line: 5, column: 'id', note: 'id y' },
        ],
      },
    ])
  })

  it('a champion with rows to spare', () => {
    expect(pair(own, [...own, 'd,bad,0.5']).checks).toMatchObject([{ id: 'champion.ids', status: 'inconclusive' }])
  })

  it('labels that differ', () => {
    const { rows, checks } = pair(own, ['c,bad,0.3', 'a,bad,0.8', 'b,good,0.4'])
    expect(rows).toBeUndefined()
    expect(checks).toMatchObject([
      {
        id: 'champion.labels',
        status: 'inconclusive',
        reason: 'Expected every row to have the same truth in own.csv and its.csv but found 1 labelled otherwise',
        locations: [{ file: 'own.csv', line: 4, column: 'y', note: 'id c, line 2 of its.csv' }],
      },
    ])
  })

  it('a negative class of another name', () => {
    const { checks } = pair(own, ['a,bad,0.9', 'b,fine,0.2', 'c,fine,0.1'])
    expect(checks).toMatchObject([{ id: 'champion.labels', measured: { value: 2 } }])
  })
})
