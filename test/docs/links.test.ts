import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { PAGES } from './pages.ts'

const pages = [...PAGES, ...globSync('docs/checks/*.md'), 'ARCHITECTURE.md', 'SECURITY.md', 'CONTRIBUTING.md']

/** The names by which GitHub makes headings reachable. */
const anchorsOf = (page: string) =>
  [...readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

it.each(pages)('every link of %s leads somewhere', page => {
  const text = readFileSync(page, 'utf8').replace(/```[\s\S]*?```/g, '')
  const links = [...text.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, target = '']) => target)
  const broken = links.filter(link => {
    const [path = '', anchor] = link.split('#')
    const file = path === '' ? page : join(dirname(page), path)
    if (!existsSync(file)) return true
    return anchor !== undefined && file.endsWith('.md') && !anchorsOf(file).includes(anchor)
  })
  expect(broken).toEqual([])
})

it('the index leads to every page', () => {
  const index = readFileSync('docs/README.md', 'utf8')
  const lost = globSync('docs/**/*.md')
    .filter(path => path !== 'docs/README.md')
    .filter(path => !index.includes(`](${path.slice('docs/'.length)}`))
  expect(lost).toEqual([])
})
