import { describe, expect, it } from 'vitest'
import review from '../../../scripts/allowlists/review.json' with { type: 'json' }
import type { AllowList } from '../../../src/core/security/allowlists/allow-list.ts'
import { findAllowed } from '../../../src/core/security/allowlists/find-allowed.ts'
import * as allowLists from '../../../src/core/security/allowlists/index.ts'

const stream = { protocol: 4, joblibArrays: 'refused' } as const
const namesOf = ({ names }: AllowList) =>
  Object.entries(names).flatMap(([module, listed]) =>
    listed.split(' ').map(item => {
      const [name = '', uses = 'NB'] = item.replace(/@\d+-\d+$/, '').split(/[[\]]/)
      return { key: `${module}:${name}`, uses }
    }),
  )
const spansOf = ({ names }: AllowList) => Object.values(names).flatMap(listed => listed.match(/@\S+/g) ?? [])

describe.each<[string, AllowList]>(Object.entries(allowLists))('the allow list %s', (_, list) => {
  const names = namesOf(list)

  it('says which versions it was checked against', () => {
    expect(list.versions.length).toBeGreaterThan(0)
    expect(list.versions.every(version => /^\d+(\.\d+)+$/.test(version))).toBe(true)
    expect(['observed', 'by hand']).toContain(list.made)
    for (const span of spansOf(list)) {
      const [first = -1, last = -1] = span.slice(1).split('-').map(Number)
      expect(first >= 0 && first <= last && last < list.versions.length, span).toBe(true)
    }
  })

  it('has each name once, as an exact name without dots, with known uses', () => {
    expect(new Set(names.map(({ key }) => key)).size).toBe(names.length)
    for (const { key, uses } of names) {
      expect(key).toMatch(/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*:[A-Za-z_]\w*$/)
      expect(uses, key).toMatch(/^[RNBVDL]+$/)
    }
  })

  it('has nothing of what the review keeps out', () => {
    const globs = review.refused.flatMap(({ names: refused }) => refused)
    const kept = new RegExp(`^(${globs.map(glob => glob.replace(/[.]/g, '[.]').replaceAll('*', '.*')).join('|')})$`)
    expect(names.filter(({ key }) => kept.test(key))).toEqual([])
  })

  it('has the arguments of everything that may be called, and of nothing else', () => {
    const called = names.filter(({ uses }) => uses.includes('R')).map(({ key }) => key)
    expect(called.filter(key => !list.calls?.[key])).toEqual([])
    const known = new Map(names.map(({ key, uses }) => [key, uses]))
    for (const key of Object.keys(list.calls ?? {})) expect(known.get(key), key).toMatch(/[RN]/)
    for (const key of Object.keys(list.states ?? {})) expect(known.get(key), key).toMatch(/B/)
  })
})

it.each([
  ['builtins', 'eval'],
  ['builtins', 'exec'],
  ['builtins', 'getattr'],
  ['builtins', 'setattr'],
  ['builtins', '__import__'],
  ['builtins', 'map'],
  ['os', 'system'],
  ['posix', 'system'],
  ['subprocess', 'Popen'],
  ['operator', 'attrgetter'],
  ['functools', 'partial'],
  ['functools', 'reduce'],
  ['importlib', 'import_module'],
  ['pip', 'main'],
  ['pickle', 'loads'],
  ['joblib', 'load'],
  ['joblib.numpy_pickle', 'NDArrayWrapper'],
  ['joblib.numpy_pickle', 'NumpyArrayWrapper'],
  ['numpy', 'load'],
  ['numpy', 'fromfile'],
  ['numpy', 'vectorize'],
  ['numpy.testing._private.utils', 'runstring'],
  ['pandas', 'read_pickle'],
  ['pandas', 'eval'],
  ['scipy.stats._continuous_distns', 'norm_gen'],
  ['sklearn.utils._joblib', 'load'],
  ['sklearn.metrics._dist_metrics', 'PyFuncDistance64'],
  ['cloudpickle.cloudpickle', '_make_function'],
  ['dill._dill', '_create_function'],
  ['torch.storage', '_load_from_bytes'],
  ['uuid', 'UUID'],
  ['fractions', 'Fraction'],
  ['pathlib', 'PosixPath'],
  ['sklearn', 'pipeline.Pipeline'],
  ['sklearn.pipeline.Pipeline', ''],
  ['', 'sklearn.pipeline.Pipeline'],
  ['__proto__', 'constructor'],
  ['constructor', 'name'],
])('%s.%s is not on any list', (module, name) => {
  expect(findAllowed(module, name, stream)).toBeUndefined()
})

it.each([
  ['sklearn.pipeline', 'Pipeline', 'NB'],
  ['numpy', 'ndarray', 'B'],
  ['numpy.core.multiarray', '_reconstruct', 'R'],
  ['xgboost.sklearn', 'XGBClassifier', 'NB'],
])('%s.%s is on one', (module, name, uses) => {
  expect(findAllowed(module, name, stream)?.uses).toBe(uses)
})
