import { readFileSync } from 'node:fs'

/** Every command of the program in a document's console blocks that is shown with an output, and that output. */
export function shownCommands(document: string): [command: string, output: string][] {
  const blocks = [...readFileSync(document, 'utf8').matchAll(/```console\n([\s\S]*?)```/g)].map(
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
