import { expect, it } from 'vitest'
import type { Evidence } from '../../src/core/evidence.ts'
import { placeLink } from '../../src/report/place-link.ts'

const evidence = (run: Partial<Evidence['run']> = {}): Pick<Evidence, 'run' | 'materials'> => ({
  run: {
    repository: 'acme/credit',
    commit: 'c0ffee',
    url: 'https://github.com/acme/credit/actions/runs/7',
    startedAt: '2026-01-01T00:00:00.000Z',
    finishedAt: '2026-01-01T00:00:01.000Z',
    ...run,
  },
  materials: [
    {
      name: 'kept/train.csv',
      role: 'data',
      digest: { sha256: 'b'.repeat(64) },
      bytes: 9,
      origin: { kind: 'dvc', pointer: 'kept/train.csv.dvc' },
    },
  ],
})

it.each([
  ['proofmark.yml', 12, {}, '[`proofmark.yml:12`](https://github.com/acme/credit/blob/c0ffee/proofmark.yml#L12)'],
  [
    'd/a b(1)#.csv',
    3,
    {},
    '[`d/a b(1)#.csv:3`](https://github.com/acme/credit/blob/c0ffee/d/a%20b%281%29%23.csv?plain=1#L3)',
  ],
  ['model.pkl', undefined, {}, '[`model.pkl`](https://github.com/acme/credit/blob/c0ffee/model.pkl)'],
  [
    'proofmark.yml',
    1,
    { folder: 'models/a' },
    '[`proofmark.yml:1`](https://github.com/acme/credit/blob/c0ffee/models/a/proofmark.yml#L1)',
  ],
  [
    '../proofmark.yml',
    1,
    { folder: 'models' },
    '[`../proofmark.yml:1`](https://github.com/acme/credit/blob/c0ffee/proofmark.yml#L1)',
  ],
] as const)('links %s line %s to where it stands on GitHub', (file, line, run, link) => {
  expect(placeLink({ file, ...(line === undefined ? {} : { line }) }, evidence(run))).toBe(link)
})

it.each([
  ['s3://bucket/train.csv', {}],
  ['kept/train.csv', {}],
  ['../outside.csv', {}],
  ['a.csv', { url: undefined }],
  ['a.csv', { commit: undefined }],
  ['a.csv', { url: 'https://ci.example/job/acme/credit/7' }],
  ['a.csv', { url: 'javascript:alert(1)' }],
] as const)('leaves %s as it is where no file of the repository is known (%j)', (file, run) => {
  expect(placeLink({ file, line: 4 }, evidence(run))).toBe(`\`${file}:4\``)
})
