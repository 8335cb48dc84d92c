import { describe, expect, it } from 'vitest'
import { matchNames } from '../../../../src/core/record/model/match-names.ts'

const matches = (certified: string[], given: string[]) => {
  const { missing, extra } = matchNames(certified, given)
  return missing.length === 0 && extra.length === 0
}

describe('names of the certificate and paths given', () => {
  it.each([
    ['as certified', ['model.joblib'], ['model.joblib']],
    ['seen from a folder above', ['model.joblib'], ['examples/credit/model.joblib']],
    ['seen from beside', ['m/a.bin', 'm/b.bin'], ['../elsewhere/m/a.bin', '../elsewhere/m/b.bin']],
    ['downloaded without its folder', ['models/model.joblib'], ['model.joblib']],
    [
      'another version in MLflow',
      ['models:/credit/7/MLmodel', 'models:/credit/7/w/b.bin'],
      ['models:/credit/9/MLmodel', 'models:/credit/9/w/b.bin'],
    ],
    [
      'in a bucket, certified by path',
      ['model/a.bin', 'model/w/b.bin'],
      ['s3://acme/credit/a.bin', 's3://acme/credit/w/b.bin'],
    ],
    ['downloaded into another folder', ['models/a.bin', 'models/w/b.bin'], ['dl/a.bin', 'dl/w/b.bin']],
  ])('match %s', (_, certified, given) => {
    expect(matches(certified, given)).toBe(true)
    expect([...matchNames(certified, given).pairs.values()].toSorted()).toEqual(given.toSorted())
  })

  it.each([
    ['a file is renamed', ['a.bin', 'b.bin'], ['a.bin', 'c.bin'], ['b.bin'], ['c.bin']],
    ['the only file is renamed', ['model.joblib'], ['dl/other.joblib'], ['model.joblib'], ['dl/other.joblib']],
    ['the case changes', ['Model.bin'], ['model.bin'], ['Model.bin'], ['model.bin']],
    ['a folder inside is renamed', ['m/a.bin', 'm/w/b.bin'], ['m/a.bin', 'm/v/b.bin'], ['m/w/b.bin'], ['m/v/b.bin']],
    ['a file moves between folders', ['x/a.bin', 'y/b.bin'], ['x/a.bin', 'x/b.bin'], ['y/b.bin'], ['x/b.bin']],
    ['a file is added outside', ['a.bin', 'b.bin'], ['m/a.bin', 'm/b.bin', 'n/x.py'], [], ['n/x.py']],
    ['a name is a mere ending', ['a.bin'], ['m/not-a.bin'], ['a.bin'], ['m/not-a.bin']],
    ['a copy lies beside', ['a.bin'], ['x/a.bin', 'y/a.bin'], [], ['y/a.bin']],
    ['a file is gone', ['a.bin', 'b.bin'], ['m/b.bin'], ['a.bin'], []],
    ['nothing is given', ['a.bin'], [], ['a.bin'], []],
  ])('do not match where %s', (_, certified, given, missing, extra) => {
    const match = matchNames(certified, given)
    expect({ missing: match.missing, extra: match.extra }).toEqual({ missing, extra })
  })

  it('match however many files of the same name there are', () => {
    const names = Array.from({ length: 200 }, (_, i) => `pkg${i}/__init__.py`)
    const certified = ['__init__.py', ...names]
    expect(matches(certified, certified.map(name => `deep/down/${name}`).toReversed())).toBe(true)
  })
})
