import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { unreadDependencyFile } from '../../../../src/core/security/dependencies/dependency-file.ts'
import type { Manifest } from '../../../../src/core/security/dependencies/manifest.ts'
import * as manifests from '../../../../src/core/security/dependencies/manifests/index.ts'
import { UserError } from '../../../../src/core/user-error.ts'

const CASES = new URL('../../../cases/dependencies/', import.meta.url)
const FILES = new URL('../../../../src/core/security/dependencies/manifests/', import.meta.url)

const Expected = z.union([
  z.strictObject({
    /** `ecosystem name version line`, a dash where there is none. */
    pinned: z.array(z.string()),
    open: z.array(z.strictObject({ name: z.string(), line: z.number(), requirement: z.string() })),
    /** As `-r path` or `-c path`. */
    includes: z.array(z.string()),
  }),
  z.strictObject({ error: z.string(), line: z.number().optional() }),
])

const read = (manifest: Manifest, file: string, text: string): z.infer<typeof Expected> => {
  try {
    const { requirements, includes } = manifest.read(file, text)
    return {
      pinned: requirements
        .filter(({ pinned }) => pinned)
        .map(({ ecosystem = '-', name, version = '-', line }) => `${ecosystem} ${name} ${version} ${line}`),
      open: requirements
        .filter(({ pinned }) => !pinned)
        .map(({ name, line, requirement }) => ({ name, line, requirement })),
      includes: includes.map(({ path, constraint }) => `${constraint ? '-c' : '-r'} ${path}`),
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { error: error.message, ...(error.line === undefined ? {} : { line: error.line }) }
  }
}

describe.each<Manifest>(Object.values(manifests))('$id', manifest => {
  const folder = new URL(`${manifest.id}/`, CASES)
  const cases = existsSync(folder) ? readdirSync(folder) : []

  it('has cases', () => expect(cases).not.toEqual([]))

  it.each(cases)('%s', name => {
    const here = new URL(`${name}/`, folder)
    const expected = Expected.parse(JSON.parse(readFileSync(new URL('expected.json', here), 'utf8')))
    const [file = ''] = readdirSync(here).filter(each => each !== 'expected.json')

    expect(Object.values<Manifest>(manifests).filter(each => each.recognise(`deep/in/${file}`))).toEqual([manifest])
    expect(read(manifest, file, readFileSync(new URL(file, here), 'utf8'))).toEqual(expected)
  })
})

it('every kind of manifest has one file, named for its id', () => {
  const files = readdirSync(FILES).filter(file => file !== 'index.ts')
  expect(Object.values(manifests).map(({ id }) => id)).toEqual(files.map(file => basename(file, '.ts')))
})

it.each([
  'readme.txt',
  'pyproject.toml.bak',
  'my-environment.json',
  'src/requirements.py',
  'package.json',
  'Cargo.lock',
  'dockerfiles/readme.md',
])('%s declares none', path => {
  expect(Object.values<Manifest>(manifests).filter(manifest => manifest.recognise(path))).toEqual([])
})

it('a file that should declare dependencies and is no text of a fit length is a fault; any other is not asked', () => {
  expect(unreadDependencyFile('requirements.txt', 10)).toMatchObject({
    path: 'requirements.txt',
    fault: { code: 'dependencies.syntax', message: expect.stringContaining('at most 10 bytes') },
  })
  expect(unreadDependencyFile('model.bin', 10)).toBeUndefined()
})
