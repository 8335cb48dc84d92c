import { describe, expect, it } from 'vitest'
import { modelCertify } from '../../../../src/commands/model-certify.ts'
import { portsOf } from '../ports-of.ts'
import { settingsOf } from '../settings-of.ts'

/** Checks on a table, and on a champion's with other cells of its last column. */
async function checksOf(settings: string, table: readonly string[], champion?: readonly string[]) {
  const files = { 'own.csv': table.join('\n'), ...(champion ? { 'its.csv': champion.join('\n') } : {}) }
  const { checks } = await modelCertify.find(
    settingsOf(`certify: { predictions: own.csv, ${champion ? 'champion: its.csv, ' : ''}${settings} }`),
    portsOf(files).ports,
    '.proofmark',
  )
  return checks
}

const PROBABILITIES = 'task: multiclass, probabilities: [ash=p_ash, oak=p_oak]'
const HEAD = 'id,label,p_ash,p_oak'

describe('faults of a task are inconclusive, with a sentence, a hint and a line', () => {
  it.each([
    [
      'probabilities that do not add up to 1',
      PROBABILITIES,
      [HEAD, 'a,ash,0.5,0.5', 'b,oak,0.5,0.4'],
      'predictions.probabilities',
      'Expected the probabilities of every row to add up to 1, within 0.001 but found 1 with another sum',
      3,
    ],
    [
      'a probability above 1',
      PROBABILITIES,
      [HEAD, 'a,ash,0.5,0.5', 'b,oak,1.5,-0.5'],
      'predictions.probabilities.1',
      "Expected every 'p_ash' to be a probability from 0 to 1 but found 1 outside 0 to 1",
      3,
    ],
    [
      'a label of no class',
      PROBABILITIES,
      [HEAD, 'a,ash,0.5,0.5', 'b,Oak,0.5,0.5'],
      'predictions.label-classes',
      "Expected every 'label' to be one of the 2 classes of 'probabilities' but found 1 of no class",
      3,
    ],
    [
      'classes that differ in case and spaces only',
      'task: multiclass',
      ['id,label,predicted', 'a,elm tree,elm  Tree', 'b,oak,oak'],
      'predictions.classes',
      "Expected classes to differ in more than case and spaces but found 'elm  Tree' beside 'elm tree'",
      undefined,
    ],
    [
      'names that are no classes',
      'task: multiclass',
      ['id,label,predicted', ...Array.from({ length: 300 }, (_, i) => `${i},name${i},name${i}`)],
      'predictions.classes',
      'Expected at most 255 classes but found 300 different names',
      undefined,
    ],
    [
      'a number that is not finite',
      'task: regression',
      ['id,label,predicted', 'a,1,1', 'b,1,inf'],
      'predictions.predicted',
      "Expected every 'predicted' to be a number but found 1 not finite",
      3,
    ],
    [
      'an interval that ends before it starts',
      'task: regression, lower: low, upper: high',
      ['id,label,predicted,low,high', 'a,1,1,0,2', 'b,1,1,2,0'],
      'predictions.intervals',
      'Expected every prediction interval to end at or above its start but found 1 ending before it starts',
      3,
    ],
    [
      'a query without anything relevant',
      'task: ranking',
      ['id,query,label,score', 'a,q,1,0.5', 'b,r,0,0.5', 'c,r,0,0.1'],
      'predictions.queries',
      'Expected every query to have a result of a relevance above 0 but found 1 without one',
      3,
    ],
    [
      'a relevance below 0',
      'task: ranking',
      ['id,query,label,score', 'a,q,1,0.5', 'b,q,-1,0.5'],
      'predictions.label',
      "Expected every 'label' to be a relevance of at least 0 but found 1 below 0",
      3,
    ],
    [
      'two weights within one query',
      'task: ranking, weight: w',
      ['id,query,label,score,w', 'a,q,1,0.5,1', 'b,q,1,0.5,2'],
      'predictions.weight-of-query',
      "Expected all rows of a query to have the same 'w' but found 1 with several",
      3,
    ],
    [
      'a weight of 0',
      'task: regression, weight: w',
      ['id,label,predicted,w', 'a,1,1,1', 'b,1,1,0'],
      'predictions.weight',
      "Expected every 'w' to be a number above 0 but found 1 not above 0",
      3,
    ],
    [
      'a negative weight',
      'task: multiclass, weight: w',
      ['id,label,predicted,w', 'a,x,x,1', 'b,y,y,-1'],
      'predictions.weight',
      "Expected every 'w' to be a number above 0 but found 1 not above 0",
      3,
    ],
    [
      'a flag that is neither',
      'task: evaluation, refused: r',
      ['id,score,r', 'a,1,true', 'b,1,0.5'],
      'predictions.refused',
      "Expected every 'r' to be 1 or 0, true or false but found 1 neither",
      3,
    ],
    [
      'a negative latency',
      'task: evaluation, latency: ms',
      ['id,score,ms', 'a,1,10', 'b,1,-1'],
      'predictions.latency',
      "Expected every 'ms' to be a number of at least 0 but found 1 below 0",
      3,
    ],
  ])('%s', async (_, settings, table, id, reason, line) => {
    const check = (await checksOf(`${settings}, claims: []`, table)).find(check => check.id === id)
    expect(check).toMatchObject({ status: 'inconclusive', reason, locations: [{ file: 'own.csv' }] })
    expect(check?.hint).toBeTruthy()
    expect(check?.locations?.[0]?.line).toBe(line)
  })

  it('a champion that tells other classes apart', async () => {
    const own = ['id,label,predicted', 'a,ash,ash', 'b,oak,oak']
    const its = ['id,label,predicted', 'a,ash,ash', 'b,oak,elm']
    expect(await checksOf('task: multiclass', own, its)).toContainEqual(
      expect.objectContaining({
        id: 'champion.classes',
        status: 'inconclusive',
        reason: "Expected the same classes in own.csv and its.csv but found 'elm' only in its.csv",
      }),
    )
  })
})

it.each([
  [
    'multiclass',
    ['id,label,predicted', 'a,x,x'],
    'accuracy >= 0.1',
    'accuracy.floor',
    /^Expected at least 50 rows and 10 of each/,
  ],
  [
    'regression',
    ['id,label,predicted', 'a,1,1'],
    'mae <= 1',
    'mae.ceiling',
    /^Expected at least 50 rows but found 1 row$/,
  ],
  [
    'ranking',
    ['id,query,label,score', 'a,q,1,1'],
    'mrr >= 0.1',
    'mrr.floor',
    /^Expected at least 50 queries but found 1 query$/,
  ],
  [
    'evaluation',
    ['id,score', 'a,1'],
    'pass >= 0.1',
    'pass-rate.floor',
    /^Expected at least 50 items but found 1 item$/,
  ],
])('%s: a single row decides nothing', async (task, table, claim, id, reason) => {
  const checks = await checksOf(`task: ${task}, claims: ["${claim}"]`, table)
  expect(checks.find(check => check.id === id)).toMatchObject({
    status: 'inconclusive',
    reason: expect.stringMatching(reason),
  })
})

it('an empty answer is a wrong one, no fault', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => `${i},yes,${i % 2 ? 'yes' : ''}`)
  const table = ['id,label,answer', ...rows]
  const checks = await checksOf('task: evaluation, predicted: answer, claims: ["exact match >= 0.7"]', table)
  expect(checks.find(({ id }) => id === 'exact-match.floor')).toMatchObject({
    status: 'fail',
    measured: { value: 0.5, n: 60 },
  })
})

it('a claim on what no setting names a column of is inconclusive, and says which', async () => {
  const table = ['id,score', ...Array.from({ length: 60 }, (_, i) => `${i},1`)]
  const [, check] = await checksOf('task: evaluation, claims: ["mean latency <= 2"]', table)
  expect(check).toMatchObject({ id: 'mean-latency.ceiling', status: 'inconclusive' })
  expect(check?.reason).toContain("'certify.latency' is not set")
})
