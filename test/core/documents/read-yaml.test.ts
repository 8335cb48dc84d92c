import { expect, it } from 'vitest'
import { readYaml } from '../../../src/core/documents/read-yaml.ts'

const read = (text: string) => readYaml('a.yml', text)

it('knows the line of every key, of a missing one that of its map', () => {
  const document = read('a: 1\nb:\n  - c: 2\n    d: 3\n')
  expect(document.value).toEqual({ a: 1, b: [{ c: 2, d: 3 }] })
  expect(document.place(['b', 0, 'd'])).toEqual({ text: 'a.yml:4', file: 'a.yml', line: 4 })
  expect(document.place(['b', 0, 'x']).line).toBe(3)
})

it('refuses a key that stands twice, at any depth, with its line', () => {
  expect(() => read('a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n')).toThrow(
    "Expected 'c' once in a map but found it twice (a.yml:5)",
  )
  expect(() => read('1: a\n"1": b\n')).toThrow('twice (a.yml:2)')
})

it.each([
  ['marked keys in marked keys', '? '.repeat(500)],
  ['lists in lists', '['.repeat(100_000)],
  ['dashes in dashes', '- '.repeat(50_000)],
  ['maps by indentation', Array.from({ length: 300 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
])('refuses %s before they are parsed', (_, text) => {
  expect(() => read(text)).toThrow('Expected a.yml to nest at most 100 levels deep')
})

it('reads tens of thousands of keys of one map', () => {
  const text = Array.from({ length: 40_000 }, (_, n) => `key-${n}: ${n}`).join('\n')
  expect(Object.keys(read(text).value as object)).toHaveLength(40_000)
})
