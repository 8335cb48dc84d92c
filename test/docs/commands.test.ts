import { describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands/index.ts'
import { parseFlags } from '../../src/cli/parse-flags.ts'
import { UserError } from '../../src/core/user-error.ts'
import { BLOCKS } from './pages.ts'
import { wordsOf } from './words-of.ts'

/** Every command line of ours on the pages. */
const shown = BLOCKS.filter(({ language }) => ['sh', 'console', 'groovy', 'yaml', 'text'].includes(language)).flatMap(
  ({ page, line, text }) =>
    text
      .replace(/ *\\\n */g, ' ')
      .split('\n')
      .map(each => each.replace(/^\$ /, ''))
      .flatMap(each => {
        const [, rest] =
          /^(?:[A-Z_]+=\S+ )*(?:- run: |- )?(?:npx )?(?:github:proofmark\/)?proofmark(?:\/proofmark)? ((?!\/).*)$/.exec(
            each.trim(),
          ) ?? []
        return rest === undefined ? [] : [[`${page}:${line}`, rest] as const]
      }),
)

it('finds many', () => expect(shown.length).toBeGreaterThan(60))

describe('the program knows the command and its flags', () => {
  it.each(shown)('%s: proofmark %s', async (_, line) => {
    const [name = '', ...args] = wordsOf(line)
    const command = await commands[name]?.()
    expect([name, command?.name]).toEqual([name, name])
    const unknown = (() => {
      try {
        parseFlags(args, command?.flags ?? [])
        return undefined
      } catch (error) {
        if (error instanceof UserError) return error.message
        throw error
      }
    })()
    expect(unknown).toBeUndefined()
  })
})
