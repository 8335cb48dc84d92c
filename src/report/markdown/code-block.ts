import { visible } from './escape.ts'

/** Lines as a block of code; whatever a name in them holds, none ends the block, and none moves what stands beside it. */
export const codeBlock = (lines: readonly string[]): string =>
  ['```text', ...lines.map(line => visible(line).replaceAll('`', "'")), '```'].join('\n')
