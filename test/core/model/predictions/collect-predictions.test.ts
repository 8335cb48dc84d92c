import { describe, expect, it } from 'vitest'
import { collectPredictions } from '../../../../src/core/model/predictions/collect-predictions.ts'
import type { PredictionSource } from '../../../../src/core/model/predictions/prediction-source.ts'
import { namesOf, numbersOf } from '../../../../src/core/model/predictions/rows.ts'
import { binaryReading } from '../../../../src/core/model/tasks/binary.ts'
import { UserError } from '../../../../src/core/user-error.ts'

const columns = { label: 'status', score: 'p', positive: 'bad' }
const source: PredictionSource = {
  file: 'p.csv',
  header: ['id', 'status', 'p'],
  role: 'predictions',
  id: 'id',
  reading: binaryReading(columns),
}

/** Rows as `id,status,p`; the first stands on line 2. */
function collect(rows: readonly string[], header = 'id,status,p') {
  const collector = collectPredictions({ ...source, header: header.split(',') })
  for (const [index, row] of rows.entries()) collector.add([{ line: index + 2, cells: row.split(',') }])
  return collector.finish()
}

const scores = ({ predictions }: ReturnType<typeof collect>) => predictions && [...numbersOf(predictions.rows, 'score')]

function labels({ predictions }: ReturnType<typeof collect>) {
  if (!predictions) return undefined
  const { codes, names } = namesOf(predictions.rows, 'label')
  return Array.from(codes, code => names[code])
}

it('turns rows into columns, in file order', () => {
  const read = collect(['b,bad,1', 'a,good,2.5e-1', 'c,bad,.5'])
  const { predictions, checks, rows } = read
  expect(rows).toBe(3)
  expect(labels(read)).toEqual(['bad', 'good', 'bad'])
  expect(scores(read)).toEqual([1, 0.25, 0.5])
  expect([...(predictions?.places ?? [])]).toEqual([2, 3, 4])
  expect(checks).toMatchObject([{ id: 'predictions.rows', status: 'pass', measured: { value: 3 } }])
})

it('finds its columns wherever they stand', () => {
  expect(scores(collect(['0.5,x,a,bad', '0.1,x,b,good'], 'p,note,id,status'))).toEqual([0.5, 0.1])
})

it('keeps more rows than it first made room for', () => {
  const rows = Array.from({ length: 5000 }, (_, i) => `r${i},${i % 3 ? 'good' : 'bad'},${i / 5000}`)
  const read = collect(rows)
  expect(scores(read)).toHaveLength(5000)
  expect(scores(read)?.[4999]).toBe(4999 / 5000)
  expect(labels(read)?.[4998]).toBe('bad')
  expect(read.predictions?.places[4999]).toBe(5001)
})

describe('faults are inconclusive, with the lines, and leave no predictions', () => {
  const good = ['a,bad,0.9', 'b,good,0.1']

  it.each([
    [
      'an empty score',
      'c,good,',
      'predictions.score',
      "Expected every 'p' to be a probability from 0 to 1 but found 1 empty",
    ],
    [
      'NaN',
      'c,good,NaN',
      'predictions.score',
      "Expected every 'p' to be a probability from 0 to 1 but found 1 not finite",
    ],
    [
      'infinity',
      'c,good,-inf',
      'predictions.score',
      "Expected every 'p' to be a probability from 0 to 1 but found 1 not finite",
    ],
    [
      'a word',
      'c,good,high',
      'predictions.score',
      "Expected every 'p' to be a probability from 0 to 1 but found 1 not a number",
    ],
    [
      'hexadecimal',
      'c,good,0x1',
      'predictions.score',
      "Expected every 'p' to be a probability from 0 to 1 but found 1 not a number",
    ],
    [
      'above 1',
      'c,good,1.0000001',
      'predictions.score',
      "Expected every 'p' to be a probability from 0 to 1 but found 1 outside 0 to 1",
    ],
    [
      'below 0',
      'c,good,-0.1',
      'predictions.score',
      "Expected every 'p' to be a probability from 0 to 1 but found 1 outside 0 to 1",
    ],
    [
      'overflow',
      'c,good,1e999',
      'predictions.score',
      "Expected every 'p' to be a probability from 0 to 1 but found 1 not finite",
    ],
    ['an empty label', 'c,,0.5', 'predictions.label', "Expected every 'status' to be a class but found 1 empty"],
    [
      'an empty id',
      ',good,0.5',
      'predictions.id',
      "Expected every 'id' to be there and to be unique but found 1 empty",
    ],
    [
      'a repeated id',
      'a,good,0.5',
      'predictions.id',
      "Expected every 'id' to be there and to be unique but found 1 repeated",
    ],
    [
      'a third class',
      'c,Bad,0.5',
      'predictions.classes',
      "Expected two classes in 'status' but found 3: 'bad', 'good' and 'Bad'",
    ],
  ])('%s', (_, row, id, reason) => {
    const { checks, predictions } = collect([...good, 'd,good,0.2', row])
    expect(predictions).toBeUndefined()
    expect(checks).toMatchObject([{ id, status: 'inconclusive', reason, locations: [{ file: 'p.csv', line: 5 }] }])
    expect(checks[0]?.hint).toBeTruthy()
  })

  it('names the line of the id that is repeated', () => {
    const { checks } = collect([...good, 'b,bad,0.3'])
    expect(checks[0]?.locations).toEqual([{ file: 'p.csv', line: 4, column: 'id', note: 'the id of line 3 again' }])
  })

  it('counts all and shows the first five, never a value', () => {
    const { checks } = collect([...good, ...Array.from({ length: 2000 }, (_, i) => `x${i},good,secret${i}`)])
    expect(checks[0]?.reason).toMatch(/found 2 000 not a number$/)
    expect(checks[0]?.locations?.map(({ line }) => line)).toEqual([4, 5, 6, 7, 8])
    expect(JSON.stringify(checks)).not.toContain('secret')
  })

  it('tells kinds apart and names every column at fault', () => {
    const { checks } = collect([...good, 'a,,2', 'e,good,', 'f,good,3'])
    expect(checks.map(({ id }) => id)).toEqual(['predictions.id', 'predictions.label', 'predictions.score'])
    expect(checks[2]?.reason).toMatch(/found 2 outside 0 to 1 and 1 empty$/)
  })

  it('no rows at all', () => {
    expect(collect([])).toMatchObject({ rows: 0, checks: [{ id: 'predictions.rows', status: 'inconclusive' }] })
  })

  it('a single class', () => {
    const { checks, predictions } = collect(['a,bad,0.9', 'b,bad,0.1'])
    expect(predictions).toBeUndefined()
    expect(checks).toMatchObject([
      {
        id: 'predictions.classes',
        status: 'inconclusive',
        reason: "Expected two classes in 'status' but every row is 'bad'",
      },
    ])
  })

  it('no positive class', () => {
    const { checks, predictions } = collect(['a,Bad,0.9', 'b,good,0.1'])
    expect(predictions).toBeUndefined()
    expect(checks).toMatchObject([
      {
        id: 'predictions.classes',
        status: 'inconclusive',
        reason: "Expected the positive class 'bad' to occur in 'status' but found 'Bad' and 'good'",
        hint: "Set 'positive' to the class that the score is the probability of: did you mean 'Bad'?",
      },
    ])
  })

  it('a column of names is no label column, and none of them is shown', () => {
    const rows = Array.from({ length: 400 }, (_, i) => `x${i},person${i},0.5`)
    const { checks } = collect(['a,bad,0.9', ...rows])
    expect(checks[0]?.status).toBe('inconclusive')
    expect(JSON.stringify(checks)).not.toContain('person')
  })
})

describe('a column that is not there', () => {
  const refusal = (header: string, names = source) => {
    try {
      collectPredictions({ ...names, header: header.split(',') })
    } catch (error) {
      if (error instanceof UserError) return error
    }
    throw new Error('It was read')
  }

  it('is an error that names those there are, and the one probably meant', () => {
    const error = refusal('id,Status,p')
    expect(error.code).toBe('predictions.missing-column')
    expect(error.message).toBe(
      "Expected a column 'status' but found id, Status and p (p.csv:1): did you mean 'Status'?",
    )
    expect(error.hint).toBe("Set 'label' to the column that holds the true class")
    expect(error).toMatchObject({ file: 'p.csv', line: 1, kind: 'input' })
  })

  it('is named together with the others', () => {
    expect(refusal('key,outcome,p').message).toBe(
      "Expected columns 'id' and 'status' but found key, outcome and p (p.csv:1)",
    )
  })

  it('is not guessed between two of the same name', () => {
    expect(refusal('id,p,status,p').code).toBe('predictions.ambiguous-column')
  })

  it('cannot be two things at once', () => {
    expect(refusal('id,status,p', { ...source, reading: binaryReading({ ...columns, score: 'status' }) }).code).toBe(
      'predictions.same-column',
    )
  })
})
