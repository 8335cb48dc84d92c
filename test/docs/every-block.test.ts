import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { HOW } from './how-executed.ts'
import { BLOCKS } from './pages.ts'

const blocks = BLOCKS.filter(({ language }) => language !== 'yaml')
const entries = Object.entries(HOW).flatMap(([page, own]) => own.map(([begins, how]) => ({ page, begins, how })))

it('of every block it is said where it is run, or why it is not', () => {
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
  const named = entries.flatMap(({ page, how }) => {
    const tests = 'by' in how ? [how.by] : [...how.because.matchAll(/test\/[\w/-]+\.test\.ts/g)].map(([test]) => test)
    return tests.map(test => ({ page, test, reads: 'by' in how }))
  })

  it.each([...new Set(named.map(({ test }) => test))])('%s is there', test => expect(existsSync(test)).toBe(true))

  it.each([...new Set(named.filter(({ reads }) => reads).map(({ page, test }) => `${page} ${test}`))])(
    'reads its page: %s',
    each => {
      const [page = '', test = ''] = each.split(' ')
      expect(readFileSync(test, 'utf8')).toContain(page)
    },
  )
})
