import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dvcFindings } from '../../src/commands/dvc-findings.ts'
import { compose } from '../../src/compose.ts'
import { Dvc } from '../../src/core/settings/dvc.ts'
import type { Ports } from '../../src/ports.ts'
import { allSources } from '../../src/sources/all-sources.ts'
import { runProgram } from '../harness/run-program.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'

const md5 = (text: string) => createHash('md5').update(text).digest('hex')
const pointer = (name: string, text: string) =>
  `outs:\n- md5: ${md5(text)}\n  size: ${text.length}\n  hash: md5\n  path: ${name}\n`
const object = (text: string) => `store/files/md5/${md5(text).slice(0, 2)}/${md5(text).slice(2)}`

/** A repository with a remote that is a folder in it. */
function repository(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder('dvc')
  const config = `[core]\n    remote = store\n['remote "store"']\n    url = ../store\n`
  for (const [path, text] of Object.entries({ '.dvc/config': config, 'store/.keep': '', ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}
const quiet = { info() {}, warn() {}, progress() {} }
const portsOf = (root: string, base?: Record<string, string>): Ports => ({
  ...compose(root, quiet, {}),
  ...(base ? { base: { readText: async (path: string) => base[path], list: async () => Object.keys(base) } } : {}),
})

describe('data.dvc', () => {
  const files = { 'a.csv.dvc': pointer('a.csv', 'a\n'), 'b.csv.dvc': pointer('b.csv', 'b\n'), [object('a\n')]: 'a\n' }

  it('asks for everything that pointers name in the remote', async () => {
    const { checks, materials } = await dvcFindings(Dvc.parse({ remote: 'default' }), portsOf(repository(files)))
    expect(checks).toMatchObject([
      {
        id: 'dvc.remote.default',
        status: 'fail',
        locations: [
          {
            file: 'b.csv.dvc',
            line: 2,
            note: `Expected b.csv (${object('b\n').slice(6)}) in the remote store but it is not there`,
          },
        ],
      },
    ])
    expect(materials.map(({ name, role }) => [name, role])).toEqual([
      ['a.csv.dvc', 'input'],
      ['b.csv.dvc', 'input'],
    ])
  })

  it('asks in a pull request for what it changes', async () => {
    const root = repository(files)
    const unchangedB = { 'a.csv.dvc': pointer('a.csv', 'earlier'), 'b.csv.dvc': files['b.csv.dvc'] ?? '' }
    const ask = async (base: Record<string, string>, more = {}) =>
      (await dvcFindings(Dvc.parse({ remote: 'store', ...more }), portsOf(root, base))).checks.map(
        ({ status, reason }) => `${status}: ${reason}`,
      )
    expect(await ask(unchangedB)).toEqual([
      'pass: 1 file of 1 DVC output changed since the base branch is in the remote store',
    ])
    expect(await ask({ 'a.csv.dvc': files['a.csv.dvc'] ?? '' })).toEqual([
      'fail: Expected all DVC data changed since the base branch in the remote store to be what its pointers say but found 1 missing: b.csv',
    ])
    expect(await ask(files)).toEqual(['pass: None of 2 DVC outputs has changed since the base branch'])
    expect((await ask(files, { all: true }))[0]).toMatch(/^fail: /)
  })

  it('is evidence of data-validate, alone as well', async () => {
    const root = repository({
      ...files,
      'proofmark.yml': 'data:\n  dvc: { remote: store, workspace: true }\n',
      'a.csv': 'a\n',
      'b.csv': 'b\n',
    })
    const { code, said } = await runProgram(root, ['data-validate'])
    expect(said).toContain('DVC data in the remote store')
    expect(code).toBe(1)
    writeFileSync(join(root, 'a.csv'), 'x\n')
    const changed = await runProgram(root, ['data-validate', '--json'])
    expect(JSON.parse(changed.said.slice(changed.said.indexOf('{\n'))).checks[0]).toMatchObject({
      id: 'dvc.workspace',
      status: 'fail',
    })
  })

  it('is inconclusive where nothing is tracked', async () => {
    const { checks } = await dvcFindings(Dvc.parse({ remote: 'store' }), portsOf(repository({})))
    expect(checks.map(({ status }) => status)).toEqual(['inconclusive'])
  })

  it.each([
    [{ 'a.csv.dvc': 'outs: {' }, 'yaml.syntax'],
    [{ '.dvc/config': `['remote "store"']\nurl = gs://b\n[core]\nremote = store\n`, ...files }, 'dvc.remote-kind'],
    [
      { '.dvc/config': `['remote "store"']\nurl = /nowhere/at/all\n[core]\nremote = store\n`, ...files },
      'dvc.remote-gone',
    ],
    [{ '.dvc/config': '', ...files }, 'dvc.no-remote'],
  ])('is an error where it cannot be asked: %#', async (made, code) => {
    await expect(dvcFindings(Dvc.parse({ remote: 'default' }), portsOf(repository(made)))).rejects.toMatchObject({
      code,
    })
  })
})

describe('a tracked path', () => {
  it('is read through the ports, with its origin, and refused where it was changed', async () => {
    const root = repository({ 'a.csv.dvc': pointer('a.csv', 'a\n'), [object('a\n')]: 'a\n' })
    process.env.PROOFMARK_CACHE = temporaryFolder('cache')
    const ports = portsOf(root)
    expect(await ports.files.readText('a.csv')).toBe('a\n')
    expect(await ports.sources?.origin('a.csv')).toEqual({
      kind: 'dvc',
      pointer: 'a.csv.dvc',
      md5: md5('a\n'),
      pinned: `../${object('a\n')}`,
    })
    writeFileSync(join(root, 'a.csv'), 'changed\n')
    await expect(portsOf(root).files.readText('a.csv')).rejects.toMatchObject({
      code: 'dvc.changed',
      file: 'a.csv.dvc',
    })
  })

  it.each([
    [
      'less of it',
      'a',
      /^Expected a.csv to be sent to its end but after 1 of 2 bytes that was all$/,
      /put it there anew$/,
    ],
    [
      'more of it',
      'a\nb\n',
      /^Expected at most 2 bytes of a.csv but more were sent$/,
      /the right file that is kept there/,
    ],
  ])('is refused where the remote has %s', async (_, kept, message, hint) => {
    const root = repository({ 'a.csv.dvc': pointer('a.csv', 'a\n'), [object('a\n')]: kept })
    const sources = allSources({
      root,
      environment: { PROOFMARK_CACHE: temporaryFolder('cache') },
      progress: () => {},
      second: 1,
    })
    await expect(sources.fetch('a.csv')).rejects.toMatchObject({
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
      kind: 'environment',
    })
  })

  it('is refused where the remote has other bytes, or none, or its pointer cannot be read', async () => {
    process.env.PROOFMARK_CACHE = temporaryFolder('cache')
    const other = repository({ 'a.csv.dvc': pointer('a.csv', 'a\n'), [object('a\n')]: 'b\n' })
    await expect(portsOf(other).files.readText('a.csv')).rejects.toMatchObject({ code: 'source.digest' })
    const none = repository({ 'c.csv.dvc': pointer('c.csv', 'c\n') })
    await expect(portsOf(none).files.readText('c.csv')).rejects.toMatchObject({ code: 'dvc.missing' })
    const broken = repository({
      'a.csv.dvc': '<<<<<<<\n',
      'a.csv': 'a\n',
      'dvc.lock': '<<<<<<<\n  path: made.csv\n',
      'made.csv': '',
    })
    await expect(portsOf(broken).files.readText('a.csv')).rejects.toMatchObject({ file: 'a.csv.dvc' })
    await expect(portsOf(broken).files.readText('made.csv')).rejects.toMatchObject({ file: 'dvc.lock' })
    expect(await portsOf(broken).files.readText('store/.keep')).toBe('')
  })
})
