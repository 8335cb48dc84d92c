import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { program } from '../../src/cli/program.ts'
import { SelftestResult } from '../../src/core/model/selftest/selftest-result.ts'
import { creditRepository } from '../harness/credit.ts'

/** Runs the command on the credit example, as a user would. */
async function selftest(root: string, ...flags: string[]) {
  const said = { out: '', err: '' }
  const listen = (stream: NodeJS.WriteStream, to: 'out' | 'err') =>
    vi.spyOn(stream, 'write').mockImplementation(text => {
      said[to] += String(text)
      return true
    })
  const spies = [listen(process.stdout, 'out'), listen(process.stderr, 'err')]
  try {
    return { code: await program(['selftest', '--config', join(root, 'proofmark.yml'), ...flags]), ...said }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

it('ends with 0 where all is caught, 1 where something passes, 2 where the model does not, 3 where the input is wrong', async () => {
  const root = creditRepository()
  const [good, wide, weak, wrong] = [
    await selftest(root, '--quiet'),
    await selftest(root, '--claim', 'auc >= 0.60', '--quiet'),
    await selftest(root, '--predictions', join(root, 'predictions-overregularised.csv'), '--quiet'),
    await selftest(root, '--score', 'p_good'),
  ]
  expect(good).toMatchObject({ code: 0, out: expect.stringMatching(/catches all 10 .*\n$/) })
  expect(wide).toMatchObject({ code: 1, out: expect.stringMatching(/passes \d+ of 10 degradations.*\n$/) })
  expect(weak).toMatchObject({ code: 2, out: expect.stringMatching(/^\? selftest +Nothing was tried/) })
  expect(wrong).toMatchObject({ code: 3, out: '', err: expect.stringContaining('p_good') })
})

it('prints the document as JSON, and leaves it and a table in the output folder', async () => {
  const root = creditRepository()
  const { out } = await selftest(root, '--json')
  expect(SelftestResult.parse(JSON.parse(out)).verdict).toBe('passed')
  expect(['selftest.json', 'selftest.md'].map(name => existsSync(join(root, '.proofmark', name)))).toEqual([true, true])
})
