import { expect, it } from 'vitest'
import { checkClaims } from '../../../src/core/model/claims/check-claims.ts'
import { parseClaim } from '../../../src/core/model/claims/parse-claim.ts'
import { attributeRole } from '../../../src/core/model/predictions/attribute-role.ts'
import { multiclass } from '../../../src/core/model/tasks/index.ts'
import { trialOf } from '../../../src/core/model/trial.ts'
import { namesOf as names } from './names-of.ts'
import { settingsOf } from './settings-of.ts'

const CLASSES = ['a', 'b', 'c']
const n = 600
const label = Array.from({ length: n }, (_, row) => CLASSES[row % 3] ?? '')
/** Wrong on every fourth row of the south, and nowhere else. */
const predicted = label.map((name, row) => (row % 2 === 1 && row % 8 === 1 ? 'a' : name))
const region = label.map((_, row) => (row % 2 === 1 ? 'south' : 'north'))
const rows = {
  n,
  columns: new Map([
    ['label', names(label)],
    ['predicted', names(predicted)],
    [attributeRole('region'), names(region)],
  ]),
}
const { certify: settings } = settingsOf('certify: { task: multiclass }')

it('a claim on every slice is for every task', () => {
  const trial = trialOf(multiclass, rows, undefined, settings)
  const { checks, slices } = checkClaims([parseClaim('accuracy >= 0.9 on every region', multiclass)], {
    model: [],
    trial,
  })
  expect(checks).toMatchObject([{ status: 'fail' }])
  expect(slices.map(({ slice, status }) => [slice, status])).toEqual([
    ['south', 'fail'],
    ['north', 'pass'],
  ])
})

it('decisions are classes, whatever order a file first names them in, and errors are rows of another class', () => {
  const turned = {
    n,
    columns: new Map([
      ['label', names(label.toReversed())],
      ['predicted', names(predicted.toReversed())],
    ]),
  }
  expect(Array.from(multiclass.decisions?.(turned, settings) ?? []).reverse()).toEqual(predicted)
  const errors = multiclass.rowErrors?.(rows, settings) ?? []
  expect(Array.from(errors)).toEqual(label.map((name, row) => Number(name !== predicted[row])))
})
