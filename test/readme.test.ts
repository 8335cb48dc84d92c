import { spawnSync } from 'node:child_process'
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { creditRepository, KEYS, ROOT } from './harness/credit.ts'
import { temporaryFolder } from './harness/runner/temporary-folder.ts'
import { shownCommands } from './harness/shown-commands.ts'

const shown = ['README.md', 'docs/data-contracts.md', 'docs/selftest.md'].flatMap(shownCommands)

/** Long work is told of while it goes on: on a busy machine what is shown may be long. */
const unexpected = (stderr: string) => stderr.split('\n').filter(line => !/^(\S+ …|\S+: [\d ]+ rows)?$/.test(line))

const undated = (text: string) => text.replace(/\d{4}-\d\d-\d\d/g, 'DATE').trim()

it('shows commands with their output', () => expect(shown.length).toBeGreaterThanOrEqual(5))

it.each(shown)('proofmark %s prints what is shown', (command, output) => {
  const folder = temporaryFolder('readme')
  cpSync(creditRepository(), join(folder, 'examples/credit'), { recursive: true })
  cpSync(join(ROOT, 'examples/orders'), join(folder, 'examples/orders'), { recursive: true })
  const keys = join(folder, 'examples/credit/.proofmark/keys')
  cpSync(join(folder, 'examples/credit/proofmark.pub'), join(keys, 'proofmark.pub'))
  writeFileSync(join(keys, 'proofmark.key'), KEYS.privateKey)
  const { stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist/proofmark.js'), ...command.split(' ')], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(unexpected(stderr)).toEqual([])
  expect(undated(stdout)).toBe(undated(output))
})
