import { blocksOf } from './pages.ts'

/**
 * The block of a page that begins with these words, its prompts taken away. `elsewhere` gives for each address or name that the page shows
 * what stands for it here; one that the block does not have is an error, so that no test goes on running what the page no longer says.
 */
export function blockOf(page: string, begins: string, elsewhere: Readonly<Record<string, string>> = {}): string {
  const blocks = blocksOf(page)
    .map(({ text }) => text.replace(/^\$ /gm, ''))
    .filter(text => text.startsWith(begins))
  if (blocks.length !== 1) throw new Error(`${page} has ${blocks.length} blocks that begin with ${begins}`)
  return Object.entries(elsewhere).reduce((text, [shown, here]) => {
    if (!text.includes(shown)) throw new Error(`${page}: the block that begins with ${begins} has no ${shown}`)
    return text.replaceAll(shown, here)
  }, blocks[0] ?? '')
}
