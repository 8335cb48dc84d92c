import { expect, it } from 'vitest'
import { Card } from '../../../../src/core/model/card/card.ts'
import { cardCheck } from '../../../../src/core/model/card/card-check.ts'

it('fails where a required field is missing, and names it', () => {
  const card = Card.parse({ owner: 'Risk team', 'intended-use': ['Rank applications'] })
  expect(cardCheck(card)).toMatchObject({
    status: 'fail',
    measured: { value: 2 },
    reason:
      "Expected owner, intended-use, training-data and limitations in 'model.card' but found no training-data and limitations",
  })
})

it('passes where all are there, or none is required', () => {
  expect(cardCheck(Card.parse({ owner: 'Risk team', required: ['owner'] })).status).toBe('pass')
  expect(cardCheck(Card.parse({ required: [] })).status).toBe('pass')
})

it('takes no blank field for one', () => {
  expect(Card.safeParse({ owner: '  ' }).success).toBe(false)
})
