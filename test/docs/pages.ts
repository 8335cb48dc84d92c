import { globSync, readFileSync } from 'node:fs'

/** A block of code of a page. */
export interface Block {
  readonly page: string
  /** 1-based line of its first line. */
  readonly line: number
  readonly language: string
  readonly text: string
}

/** Every page for readers that somebody wrote; those of docs/checks are made of the code. */
export const PAGES: readonly string[] = [
  'README.md',
  ...globSync('docs/**/*.md').filter(path => !path.startsWith('docs/checks/')),
  ...globSync('actions/*/README.md'),
].toSorted()

/** The blocks of code of a page, their common indent taken away. */
export function blocksOf(page: string): Block[] {
  const lines = readFileSync(page, 'utf8').split('\n')
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; at++) {
    const [, indent = '', language] = /^( *)```([a-z]*)$/.exec(lines[at] ?? '') ?? []
    if (language === undefined) continue
    const end = lines.indexOf(`${indent}\`\`\``, at + 1)
    const own = lines.slice(at + 1, end)
    const common = Math.min(...own.filter(line => line.trim() !== '').map(line => line.search(/\S/)))
    blocks.push({ page, line: at + 2, language, text: own.map(line => line.slice(common)).join('\n') })
    at = end
  }
  return blocks
}

export const BLOCKS: readonly Block[] = PAGES.flatMap(blocksOf)
