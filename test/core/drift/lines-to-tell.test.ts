import { expect, it } from 'vitest'
import { compare, csv } from './in-memory.ts'

const repeated = (values: readonly string[]) => Array.from({ length: 60 }, (_, i) => values[i % values.length] ?? '')

it('a truth value that is written otherwise is not the first unseen one', async () => {
  const { check } = await compare(
    csv({ x: repeated(['True', 'False']), y: repeated(['1', '2']) }),
    csv({ x: [...repeated(['True', 'TRUE', 'false']), 'maybe'], y: repeated(['1', '2']).concat('1') }),
  )
  expect(check('x.unseen-categories').locations).toEqual([{ file: 'current.csv', column: 'x', line: 62 }])
})

it('the first unseen category is told, whether or not it was told apart', async () => {
  const flood = Array.from({ length: 5000 }, (_, i) => `street ${i}`)
  const { check } = await compare(csv({ x: repeated(['a', 'b']) }), csv({ x: ['a', 'b', 'a', ...flood] }))
  expect(check('x.unseen-categories')).toMatchObject({
    status: 'fail',
    measured: { value: 5000 / 5003 },
    locations: [{ file: 'current.csv', column: 'x', line: 5 }],
  })
})
