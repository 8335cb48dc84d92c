import { describe, expect, it } from 'vitest'
import { checkClaims } from '../../../../src/core/model/claims/check-claims.ts'
import { parseClaim } from '../../../../src/core/model/claims/parse-claim.ts'
import { binary } from '../../../../src/core/model/tasks/binary.ts'
import { trialOf } from '../../../../src/core/model/trial.ts'
import { creditRows } from '../credit-rows.ts'
import { type Alike, rowsOf } from '../rows-of.ts'
import { settingsOf } from '../settings-of.ts'

const SETTINGS = settingsOf("certify: { positive: '1' }").certify

function check(claim: string, rows: readonly Alike[], champion?: readonly Alike[]) {
  const trial = trialOf(binary, rowsOf(rows), champion && rowsOf(champion), SETTINGS)
  const { checks, slices } = checkClaims([parseClaim(claim, binary)], { model: [], trial })
  const [found] = checks
  if (!found) throw new Error('A claim has a check')
  return { ...found, slices }
}

/** `n` rows of one region, half of each class, of which `right` of a hundred are predicted rightly. */
function region(name: string, right: number, n = 400, age = '30'): Alike[] {
  const attributes = { region: name, age }
  const half = n / 2
  const good = Math.round((half * right) / 100)
  return [
    { rows: good, label: '1', score: 0.9, attributes },
    { rows: half - good, label: '1', score: 0.1, attributes },
    { rows: good, label: '0', score: 0.1, attributes },
    { rows: half - good, label: '0', score: 0.9, attributes },
  ]
}

describe('a claim on one slice', () => {
  const rows = [...region('north', 90), ...region('south', 70), ...region('west', 90, 400, '20')]

  it('is decided by its rows only', () => {
    expect(check('accuracy >= 0.8 on region = north', rows)).toMatchObject({
      id: 'accuracy.floor.region=north',
      title: 'Accuracy at least 0.8 on region = north',
      status: 'pass',
      measured: { value: 0.9, n: 400 },
    })
    expect(check('accuracy >= 0.8 on region = south', rows).status).toBe('fail')
    expect(check('accuracy >= 0.8 on region != south', rows)).toMatchObject({ status: 'pass', measured: { n: 800 } })
  })

  it('takes numbers by their order, and several conditions together', () => {
    expect(check('accuracy >= 0.8 on age < 25', rows).measured).toMatchObject({ n: 400 })
    expect(check('accuracy >= 0.8 on age >= 25 and region = south', rows).measured).toMatchObject({
      n: 400,
      value: 0.7,
    })
  })

  it('says how many more rows of the slice it needs', () => {
    expect(check('accuracy >= 0.88 on region = north', rows)).toMatchObject({
      status: 'inconclusive',
      hint: expect.stringMatching(/more labelled rows of the slice would settle it$/),
    })
  })

  it.each([
    ['empty, with what was probably meant', 'on region = norht', "No row has region = norht: did you mean 'north'?"],
    ['empty by two conditions', 'on region = north and age < 25', 'No row has region = north and age < 25'],
    ['of no numbers', 'on region < 3', "Expected numbers in 'region' to compare with 3 but 1200 rows have none"],
  ])('%s is inconclusive', (_, on, reason) => {
    const found = check(`accuracy >= 0.5 ${on}`, rows)
    expect(found.status).toBe('inconclusive')
    expect(found.reason.replaceAll(' ', '')).toBe(reason.replaceAll(' ', ''))
    expect(found.hint).toBeTruthy()
  })

  it.each([
    ['one row', [{ rows: 1, label: '1', score: 0.9, attributes: { region: 'x', age: '1' } }]],
    ['one class', [{ rows: 100, label: '1', score: 0.9, attributes: { region: 'x', age: '1' } }]],
  ])('of %s is inconclusive, by every metric', (_, few) => {
    for (const { id, better } of binary.metrics) {
      const found = check(`${id} ${better === 'lower' ? '<=' : '>='} 0.5 on region = x`, [...rows, ...few])
      expect(found.status, id).toBe('inconclusive')
      expect(found.reason, id).toContain('Expected at least 50 rows and 10 of each class')
    }
  })

  it('asks for the rows that the claim asks for', () => {
    expect(check('accuracy >= 0.8 on region = north with at least 500 rows', rows)).toMatchObject({
      status: 'inconclusive',
      reason: 'Expected at least 500 rows but found 400 rows',
    })
  })

  it('compares with the champion on the same rows', () => {
    const champion = [...region('north', 90), ...region('south', 80), ...region('west', 90, 400, '20')]
    expect(check('accuracy no worse than champion by 0.02 on region = north', rows, champion).status).toBe('pass')
    expect(check('accuracy no worse than champion by 0.02 on region = south', rows, champion).status).toBe('fail')
    expect(check('accuracy better than champion on region = south', champion, rows).status).toBe('pass')
  })
})

describe('a claim on every slice', () => {
  it('passes where each passes by itself', () => {
    const rows = [...region('a', 90), ...region('b', 85), ...region('c', 92)]
    const found = check('accuracy >= 0.8 on every region', rows)
    expect(found).toMatchObject({ status: 'pass', id: 'accuracy.floor.every-region', measured: { value: 0.85 } })
    expect(found.slices.map(({ slice, status }) => [slice, status])).toEqual([
      ['b', 'pass'],
      ['a', 'pass'],
      ['c', 'pass'],
    ])
  })

  it('fails where one is shown to, all of them allowed for', () => {
    const rows = [...region('a', 90), ...region('b', 60), ...region('c', 92)]
    expect(check('accuracy >= 0.8 on every region', rows)).toMatchObject({
      status: 'fail',
      reason: "1 of 3 slices by region fails (Holm): 'b' [0.5501, 0.6484] lies below 0.8",
    })
  })

  it('is undecided where one fails that may by chance, being one of many', () => {
    const many = Array.from({ length: 20 }, (_, i) => region(`r${i}`, 90)).flat()
    const low = region('low', 75.5)
    expect(check('accuracy >= 0.8 on every region', [...region('a', 90), ...low]).status).toBe('inconclusive')
    expect(check('accuracy >= 0.8 on region = low', [...many, ...low]).status).toBe('fail')
    const found = check('accuracy >= 0.8 on every region', [...many, ...low])
    expect(found).toMatchObject({ status: 'inconclusive', hint: expect.stringContaining('may by chance') })
  })

  it('is undecided where one is too small', () => {
    const found = check('accuracy >= 0.8 on every region', [...region('a', 90), ...region('b', 90, 20)])
    expect(found).toMatchObject({
      status: 'inconclusive',
      reason: "1 of 2 slices by region is undecided: 'b' has too few rows (20 rows)",
    })
  })

  it('takes no column that makes too many', () => {
    const rows = Array.from({ length: 101 }, (_, i) => region(`r${i}`, 90, 4)).flat()
    expect(check('accuracy >= 0.8 on every region', rows)).toMatchObject({
      status: 'inconclusive',
      reason: 'Expected at most 100 slices by region but found more',
    })
  })
})

it('alpha widens or narrows the interval of its claim only', () => {
  const trial = trialOf(binary, creditRows(), undefined, settingsOf('certify: { positive: bad }').certify)
  const levels = ['auc >= 0.799', 'auc >= 0.799 at alpha 0.05', 'auc >= 0.799 at alpha 0.005'].map(
    claim => checkClaims([parseClaim(claim, binary)], { model: [], trial }).checks[0],
  )
  expect(levels.map(found => found?.measured?.level)).toEqual([0.95, 0.9, 0.99])
  expect(levels.map(found => found?.status)).toEqual(['inconclusive', 'pass', 'inconclusive'])
})
