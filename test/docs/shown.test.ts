import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../harness/credit.ts'
import { runProgram } from '../harness/run-program.ts'
import { temporaryFolder } from '../harness/runner/temporary-folder.ts'
import { blocksOf } from './pages.ts'
import { wordsOf } from './words-of.ts'

/** Pages whose commands are run one after the other in a folder with the examples, and print what is shown. */
const PAGES = [
  'docs/checks.md',
  'docs/controls.md',
  'docs/cost.md',
  'docs/inconclusive.md',
  'docs/how-to/first-gate.md',
]

interface Shown {
  readonly command: string
  readonly output: string
}

/** The commands of a page's console blocks; `npx github:…` fetches the program and is another's business. */
const shownOn = (page: string): Shown[] =>
  blocksOf(page)
    .filter(({ language }) => language === 'console')
    .flatMap(({ text }) => text.split(/^\$ /m).filter(part => part.trim() !== ''))
    .flatMap(part => {
      const [line = '', ...output] = part.split('\n')
      const command = /^npx proofmark (.*)$/.exec(line)?.[1]
      return command === undefined ? [] : [{ command, output: output.join('\n').trim() }]
    })

/** Long work tells how far it is, where a machine is slow. */
const settled = (text: string) =>
  text
    .split('\n')
    .filter(line => !/^(\S+ …|\S+: [\d ]+ rows|\S+: scanned)$/.test(line))
    .map(line => line.trimEnd())
    .join('\n')
    .replace(/\d{4}-\d\d-\d\d/g, 'DATE')
    .trim()

/** Gates that have run on an earlier page: the same command says the same. */
const ran = new Map<string, { code: number; said: string }>()

const folder = temporaryFolder('docs')
cpSync(join(ROOT, 'examples/credit'), join(folder, 'examples/credit'), { recursive: true })

describe.each(PAGES)('%s', page => {
  const shown = shownOn(page)

  it('shows an output', () => expect(shown.filter(({ output }) => output !== '').length).toBeGreaterThanOrEqual(1))

  it('prints what is shown', async () => {
    rmSync(join(folder, 'examples/credit/.proofmark'), { recursive: true, force: true })
    for (const { command, output } of shown) {
      const { code, said } = ran.get(command) ?? (await runProgram(folder, wordsOf(command)))
      if (command.startsWith('model-certify')) ran.set(command, { code, said })
      expect([command, code <= 2]).toEqual([command, true])
      if (output !== '') expect(settled(said)).toBe(settled(output))
    }
  })
})
