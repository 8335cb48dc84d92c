import { describe, expect, it } from 'vitest'
import { readLock } from '../../../src/core/dvc/read-lock.ts'
import { NO_PIPELINE, readPipeline } from '../../../src/core/dvc/read-pipeline.ts'
import { readPointer } from '../../../src/core/dvc/read-pointer.ts'

const MD5 = '5bbf5a52328e7439ae6e719dfe712200'

describe('a .dvc file', () => {
  it('names a file beside it, by an md5 that YAML would read as a number', () => {
    for (const md5 of ['12345678901234567890123456789012', '00000000000000000000000000000123', `1e${'0'.repeat(30)}`])
      expect(
        readPointer('data/one.csv.dvc', `outs:\n- md5: ${md5}\n  size: 4\n  hash: md5\n  path: one.csv\n`),
      ).toEqual([
        {
          path: 'data/one.csv',
          pointer: 'data/one.csv.dvc',
          line: 2,
          hash: 'md5',
          md5,
          size: 4,
          folder: false,
          cloud: new Map(),
          cached: true,
          pushed: true,
        },
      ])
  })

  it('without a hash is of DVC 2', () => {
    expect(readPointer('a.dvc', `outs:\n- md5: ${MD5}.dir\n  size: 4\n  nfiles: 2\n  path: a\n`)[0]).toMatchObject({
      hash: 'md5-dos2unix',
      md5: MD5,
      folder: true,
      nfiles: 2,
    })
  })

  it('lists files and their versions, is moved by wdir, and says where it was imported from', () => {
    const text = `wdir: ..
deps:
- path: data
  repo: {url: https://git.example.com/r, rev_lock: abc}
outs:
- hash: md5
  path: data
  files:
  - relpath: é.csv
    md5: ${MD5}
    size: 8
    cloud: {store: {etag: e, version_id: v}}
`
    expect(readPointer('sub/data.dvc', text)[0]).toMatchObject({
      path: 'data',
      folder: true,
      importedFrom: 'https://git.example.com/r@abc',
      entries: [{ relpath: 'é.csv', md5: MD5, size: 8, cloud: new Map([['store', { etag: 'e', versionId: 'v' }]]) }],
    })
  })

  it.each([
    [
      `outs:\n- md5: ${MD5}\n  path: ../../etc/passwd\n`,
      "Expected an output of a.dvc to lie in the repository but found '../../etc/passwd' (a.dvc:2)",
    ],
    [
      `outs:\n- md5: ${MD5}\n  path: s3://bucket/x\n`,
      "Expected an output of a.dvc to lie in the repository but found 's3://bucket/x' (a.dvc:2)",
    ],
    [
      `outs:\n- md5: ${MD5}\n  path: a\n  files:\n  - {relpath: ../x, md5: ${MD5}}\n`,
      "Expected an output of a.dvc to list files below it but found '../x' (file 1) (a.dvc:2)",
    ],
    [
      `outs:\n- md5: abc\n  path: a\n`,
      'Expected \'outs[0].md5\' to be an md5, .dir after it for a folder but found "abc" (a.dvc:2)',
    ],
    [
      `outs:\n- md5: ${MD5}\n  hash: blake3\n  path: a\n`,
      "Expected an output of a.dvc to be hashed by md5 but found 'blake3' (a.dvc:2)",
    ],
    [`<<<<<<< HEAD\nouts:\n- md5: ${MD5}\n=======\n`, 'a.dvc'],
  ])('is refused: %j', (text, message) => {
    expect(() => readPointer('a.dvc', text)).toThrow(message)
  })
})

describe('dvc.lock', () => {
  const lock = `schema: '2.0'
stages:
  train@a:
    cmd: x
    outs:
    - {path: model-a, hash: md5, md5: ${MD5}.dir}
    - {path: m.json, hash: md5, md5: ${MD5}}
`
  it('names what stages have made', () => {
    expect(readLock('p/dvc.lock', lock, NO_PIPELINE).map(({ path, stage, line }) => [path, stage, line])).toEqual([
      ['p/model-a', 'train@a', 6],
      ['p/m.json', 'train@a', 7],
    ])
  })

  it('is kept as dvc.yaml says, whose templates stand for what they become', () => {
    const yaml = `stages:\n  train:\n    foreach: [a]\n    do:\n      wdir: sub\n      cmd: x\n      outs:\n      - model-\${item}: {push: false, remote: other}\n      metrics:\n      - m.json: {cache: false}\n`
    const pipeline = readPipeline('dvc.yaml', yaml)
    expect(readLock('dvc.lock', lock, pipeline)).toMatchObject([
      { path: 'sub/model-a', pushed: false, remote: 'other', cached: true },
      { path: 'sub/m.json', cached: false, pushed: true },
    ])
    expect(pipeline.metrics).toEqual(['sub/m.json'])
  })

  it('of another schema is refused', () => {
    expect(() => readLock('dvc.lock', 'train: {}\n', NO_PIPELINE)).toThrow(
      "Expected 'schema' to be 2.0 but found nothing (dvc.lock:1)",
    )
  })
})
