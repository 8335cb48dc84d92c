import { describe, expect, it } from 'vitest'
import { chooseModel } from '../../../src/core/starting/choose-model.ts'
import { choosePredictions } from '../../../src/core/starting/choose-predictions.ts'
import { chooseRoles } from '../../../src/core/starting/choose-roles.ts'
import { findComparison } from '../../../src/core/starting/find-comparison.ts'
import { findData } from '../../../src/core/starting/find-data.ts'
import { asPredictions } from '../../../src/core/starting/find-predictions.ts'
import type { ModelFile } from '../../../src/core/starting/model-format.ts'
import type { TableProfile } from '../../../src/core/starting/table-profile.ts'
import { lines, rowsOf, tableOf } from './table-of.ts'

const scored = (header: string, row: (i: number) => string, path = 'predictions.csv') =>
  tableOf(path, lines(header, 40, row))
const share = (i: number) => ((i * 37) % 100) / 100 + 0.001
const model = (path: string): ModelFile => ({ path, title: 'joblib', pointer: false })

describe('predictions', () => {
  it('have an identifier, a label of two values and a score from 0 to 1', async () => {
    const table = await scored('id,status,p_bad', i => `${i},${i % 3 ? 'good' : 'bad'},${share(i)}`)
    expect(asPredictions(table)).toMatchObject({ id: 'id', labels: ['status'], score: 'p_bad' })
  })

  it.each([
    ['no identifier', 'id,status,p_bad', (i: number) => `1,${i % 2},${share(i)}`],
    ['three labels', 'id,status,p_bad', (i: number) => `${i},${i % 3},${share(i)}`],
    ['a score above 1', 'id,status,p_bad', (i: number) => `${i},${i % 2},${share(i) + 1}`],
    ['a score that is not finite', 'id,status,p_bad', (i: number) => `${i},${i % 2},${i ? share(i) : 'NaN'}`],
    ['an empty score', 'id,status,p_bad', (i: number) => `${i},${i % 2},${i ? share(i) : ''}`],
    ['an unlabelled row', 'id,status,p_bad', (i: number) => `${i},${i ? i % 2 : ''},${share(i)}`],
    ['many columns and no telling name', 'id,flag,ratio,a,b,c', (i: number) => `${i},${i % 2},${share(i)},1,2,3`],
  ])('are none with %s', async (_, header, row) => {
    expect(asPredictions(await scored(header, row, 'table.csv'))).toBeUndefined()
  })

  it('take the score named for the rarer class, and the label that is no prediction', async () => {
    const table = await scored(
      'pred,p_good,p_bad,row_nr,y_true',
      i => `${i % 2},${1 - share(i)},${share(i)},r${i},${i % 5 ? 'good' : 'bad'}`,
    )
    expect(asPredictions(table)).toMatchObject({ id: 'row_nr', labels: ['y_true', 'pred'], score: 'p_bad' })
  })

  it('find the class with the higher scores', async () => {
    const text = lines(
      'id,label,score',
      40,
      i => `${i},${i % 4 ? 'stays' : 'leaves'},${i % 4 ? 0.2 + i / 1000 : 0.1 + i / 50}`,
    )
    const { predictions } = await chooseRoles([await tableOf('scores.csv', text)], [], async () => rowsOf(text))
    expect(predictions?.judged).toMatchObject({ label: 'label', positive: 'leaves', negative: 'stays' })
  })

  it('do not take the predicted class for the true one', async () => {
    const text = lines('id,a,b,score', 40, i => `${i},${share(i) >= 0.5 ? 1 : 0},${i % 2},${share(i)}`)
    const { predictions } = await chooseRoles([await tableOf('scores.csv', text)], [], async () => rowsOf(text))
    expect(predictions?.judged.label).toBe('b')
  })
})

describe('champion and model', () => {
  const found = async (...paths: string[]) =>
    (await Promise.all(paths.map(path => scored('id,y,p', i => `${i},${i % 2},${share(i)}`, path)))).flatMap(
      table => asPredictions(table) ?? [],
    )
  const paths = (tables: readonly { table: TableProfile }[]) => tables.map(({ table }) => table.path)

  it('are told by name', async () => {
    const chosen = choosePredictions(await found('preds-prod.csv', 'preds-a.csv', 'preds-b.csv'), [])
    expect(chosen?.model.table.path).toBe('preds-a.csv')
    expect(chosen?.champion?.table.path).toBe('preds-prod.csv')
    expect(paths(chosen?.others ?? [])).toEqual(['preds-b.csv'])
  })

  it('prefer predictions that share a word with a model file, and a candidate before that', async () => {
    const tables = await found('preds-champion.csv', 'preds-a.csv', 'preds-forest.csv')
    expect(choosePredictions(tables, ['model-forest.joblib'])?.model.table.path).toBe('preds-forest.csv')
    const candidate = await found('preds-champion.csv', 'preds-forest.csv', 'preds-candidate.csv')
    expect(choosePredictions(candidate, ['model-forest.joblib'])?.model.table.path).toBe('preds-candidate.csv')
  })

  it('are one and the same where only the champion has predictions', async () => {
    const chosen = choosePredictions(await found('preds-champion.csv'), [])
    expect(chosen?.model.table.path).toBe('preds-champion.csv')
    expect(chosen?.champion).toBeUndefined()
    expect(chooseModel([model('champion.pkl')], chosen)?.files).toEqual([model('champion.pkl')])
  })

  it('leave out files named for other models, and no other', async () => {
    const chosen = choosePredictions(await found('preds-champion.csv', 'preds-forest.csv', 'preds-linear.csv'), [
      'forest.pkl',
    ])
    const files = ['champion.pkl', 'forest.pkl', 'linear.pkl', 'scaler.pkl'].map(model)
    expect(chooseModel(files, chosen)).toEqual({
      files: [model('forest.pkl'), model('scaler.pkl')],
      others: [model('champion.pkl'), model('linear.pkl')],
    })
  })

  it('name a model that is a folder once', () => {
    const files = [model('models/1'), model('models/1'), model('models/1/inner.pkl'), model('models/10.pkl')]
    expect(chooseModel(files, undefined)?.files).toEqual([model('models/1'), model('models/10.pkl')])
  })

  it('with other rows than the model is no champion', async () => {
    const text = (from: number) => lines('id,y,p', 40, i => `${from + i},${i % 2},${share(i)}`)
    const texts: Record<string, string> = { 'new.csv': text(0), 'champion.csv': text(1) }
    const tables = await Promise.all(Object.entries(texts).map(([path, content]) => tableOf(path, content)))
    const { predictions } = await chooseRoles(tables, [], async path => rowsOf(texts[path] ?? ''))
    expect(predictions?.chosen.champion).toBeUndefined()
    expect(paths(predictions?.chosen.others ?? [])).toEqual(['champion.csv'])
  })
})

describe('tables', () => {
  const table = (path: string, rows = 30, header = 'id,x,day,gone') =>
    tableOf(
      path,
      lines(header, rows, i => `${i},${i % 7},2024-01-0${1 + (i % 9)},`),
    )

  it('are compared by header and name; identifiers, days and empty columns are ignored', async () => {
    const tables = await Promise.all([
      table('holdout.csv'),
      table('live.csv'),
      table('train.csv'),
      table('test.csv', 30, 'id,x,day,other'),
    ])
    const comparison = findComparison(tables)
    expect(comparison?.reference.path).toBe('train.csv')
    expect(comparison?.current.path).toBe('live.csv')
    expect(comparison?.others.map(({ path }) => path)).toEqual(['holdout.csv'])
    expect(comparison?.ignore).toEqual(['id', 'day', 'gone'])
  })

  it('are not compared without a name on either side', async () => {
    expect(findComparison(await Promise.all([table('a.csv'), table('train.csv')]))).toBeUndefined()
    expect(findComparison(await Promise.all([table('a.csv'), table('test.csv')]))).toBeUndefined()
    expect(findComparison([])).toBeUndefined()
  })

  it('are whole rather than a part where they become the data', async () => {
    const tables = await Promise.all([
      table('train.csv', 60),
      table('all.csv', 50),
      table('log.csv', 90, 'id,x,day,hour'),
      table('test.csv'),
    ])
    expect(findData(tables, findComparison(tables))?.path).toBe('all.csv')
    const parts = await Promise.all([table('train.csv', 20), table('test.csv', 30)])
    expect(findData(parts, findComparison(parts))?.path).toBe('test.csv')
    expect(findData([await table('none.csv', 0)], undefined)).toBeUndefined()
  })
})
