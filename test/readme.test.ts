import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { creditRepository, KEYS, ROOT } from './harness/credit.ts'
import { temporaryFolder } from './harness/runner/temporary-folder.ts'

/** Every command of the program in the README's console blocks, and what it is said to print. */
function shown(): [command: string, output: string][] {
  const blocks = [...readFileSync('README.md', 'utf8').matchAll(/```console\n([\s\S]*?)```/g)].map(
    ([, block = '']) => block,
  )
  return blocks.flatMap(block =>
    block.split(/^\$ /m).flatMap((part): [string, string][] => {
      const [line = '', ...output] = part.split('\n')
      const command = /^(?:npx )?proofmark (.*)$/.exec(line)?.[1]
      return command === undefined || output.join('').trim() === '' ? [] : [[command, output.join('\n').trim()]]
    }),
  )
}

const undated = (text: string) => text.replace(/\d{4}-\d\d-\d\d/g, 'DATE').trim()

it('shows commands with their output', () => expect(shown().length).toBeGreaterThanOrEqual(3))

it.each(shown())('proofmark %s prints what the README shows', (command, output) => {
  const folder = temporaryFolder('readme')
  cpSync(creditRepository(), join(folder, 'examples/credit'), { recursive: true })
  const keys = join(folder, 'examples/credit/.proofmark/keys')
  cpSync(join(folder, 'examples/credit/proofmark.pub'), join(keys, 'proofmark.pub'))
  writeFileSync(join(keys, 'proofmark.key'), KEYS.privateKey)
  const { stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist/proofmark.js'), ...command.split(' ')], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(undated(stdout)).toBe(undated(output))
})
