import { describe, expect, it } from 'vitest'
import { fingerprint } from '../../../../src/core/model/holdout/fingerprint.ts'
import { looksCheck } from '../../../../src/core/model/holdout/looks-check.ts'
import { hashTexts } from '../../../../src/core/tables/hash-texts.ts'

const of = (ids: readonly string[]) => fingerprint(hashTexts(ids.length, row => ids[row] ?? ''))

describe('a fingerprint', () => {
  it('is the same in any order, and another of other ids or another number of them', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `row ${i}`)
    expect(of(ids.toReversed())).toEqual(of(ids))
    expect(of([...ids.slice(1), 'row 1000'])).not.toEqual(of(ids))
    expect(of(ids.slice(1))).not.toEqual(of(ids))
    expect(of([...ids, ...ids])).not.toEqual(of(ids))
  })
})

describe('the count of looks', () => {
  const holdout = { rows: 100, ids: 'abc' }
  const look = (predictions: string, more = {}) => ({ ...holdout, predictions, ...more })

  it('is of different predictions on the same rows', () => {
    const earlier = [look('a'), look('a'), look('b'), look('c', { ids: 'abd' }), look('d', { rows: 99 })]
    expect(looksCheck(holdout, { predictions: 'x', earlier, most: 20 })).toMatchObject({
      status: 'pass',
      measured: { value: 3 },
      reason: 'Look 3 of 20 at these 100 rows',
    })
    expect(looksCheck(holdout, { predictions: 'b', earlier, most: 20 }).measured?.value).toBe(2)
  })

  it('warns before the end, and decides nothing after it', () => {
    const earlier = ['a', 'b', 'c', 'd'].map(name => look(name))
    expect(looksCheck(holdout, { predictions: 'x', earlier, most: 6 }).status).toBe('warn')
    expect(looksCheck(holdout, { predictions: 'x', earlier, most: 5 }).status).toBe('warn')
    expect(looksCheck(holdout, { predictions: 'x', earlier, most: 4 }).status).toBe('inconclusive')
  })
})
