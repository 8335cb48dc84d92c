import { expect, it } from 'vitest'
import { baseFiles } from '../../src/commands/base-files.ts'
import type { Forge } from '../../src/ports.ts'
import { forgeWith } from './forge-with.ts'

const later = () => Promise.reject(new Error('No business with it'))
const asked: string[] = []
const forge: Forge = {
  ...forgeWith(undefined),
  readBase: async path => void asked.push(path),
  readFile: () => Promise.reject(new Error('No file of another place is read here')),
  listBase: async () => ['uv.lock', 'examples/credit/uv.lock', 'examples/credit/a/b.txt', 'examples/credits/c'],
  createCheckRun: later,
  standingCheckRuns: later,
  findComment: later,
  createComment: later,
  updateComment: later,
  deleteComment: later,
  currentHead: later,
  release: later,
  attest: later,
}

it("asks by paths from the repository's root, and for nothing outside it", async () => {
  for (const [configPath, path] of [
    ['examples/credit/proofmark.yml', 'requirements.txt'],
    ['examples/credit/proofmark.yml', '../shared/./uv.lock'],
    ['proofmark.yml', 'a/uv.lock'],
    [undefined, 'uv.lock'],
    ['proofmark.yml', '../uv.lock'],
  ] as const)
    await baseFiles(configPath, { forge, context: { base: 'abc' } })?.readText(path)
  expect(asked).toEqual(['examples/credit/requirements.txt', 'examples/shared/uv.lock', 'a/uv.lock', 'uv.lock'])
})

it('lists what is below the folder of the settings', async () => {
  const list = (configPath: string | undefined) => baseFiles(configPath, { forge, context: { base: 'abc' } })?.list()
  expect(await list('examples/credit/proofmark.yml')).toEqual(['uv.lock', 'a/b.txt'])
  expect(await list(undefined)).toHaveLength(4)
})

it('is not there where nothing is to be merged, or nobody can be asked', () => {
  expect(baseFiles('proofmark.yml', { forge, context: {} })).toBeUndefined()
  expect(baseFiles('proofmark.yml', { context: { base: 'abc' } })).toBeUndefined()
})
