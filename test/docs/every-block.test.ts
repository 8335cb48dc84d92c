import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { HOW } from './how-executed.ts'
import { BLOCKS } from './pages.ts'

const blocks = BLOCKS.filter(({ language }) => language !== 'yaml')
const entries = Object.entries(HOW).flatMap(([page, own]) => own.map(([begins, by]) => ({ page, begins, by })))

it('of every block it is said where it is run', () => {
  const silent = blocks
    .filter(({ page, text }) => entries.filter(each => each.page === page && text.startsWith(each.begins)).length !== 1)
    .map(({ page, line, text }) => `${page}:${line} ${text.slice(0, 40)}`)
  expect(silent).toEqual([])
})

it('nothing is said of a block that is no more', () => {
  const gone = entries.filter(
    ({ page, begins }) => !blocks.some(block => block.page === page && block.text.startsWith(begins)),
  )
  expect(gone).toEqual([])
})

describe('a test that is named', () => {
  it.each([...new Set(entries.map(({ by }) => by))])('%s is there', test => expect(existsSync(test)).toBe(true))

  it.each(entries)('$by reads $page: $begins', ({ page, by, begins }) => {
    const test = readFileSync(by, 'utf8')
    expect(test).toContain(page)
    // Where it takes the block out of the page by how it begins, by no other words than it begins with.
    const taken = [...test.matchAll(/(?:blockOf|script)\(\s*'([^']+)',\s*(['"`])(.+?)\2/g)].filter(
      ([, of]) => of === page,
    )
    const text = blocks.find(block => block.page === page && block.text.startsWith(begins))?.text.replace(/^\$ /, '')
    if (taken.length > 0) expect(taken.filter(([, , , words = '']) => text?.startsWith(words))).not.toEqual([])
  })
})
