import { describe, expect, it } from 'vitest'
import { readYaml } from '../../../src/core/documents/read-yaml.ts'
import { yamlComment, yamlScalar } from '../../../src/core/starting/yaml-scalar.ts'

const HOSTILE = [
  'no',
  'Yes',
  'on',
  'null',
  '~',
  'true',
  'NaN',
  '.inf',
  '1',
  '-1',
  '007',
  '0x1F',
  '0o7',
  '1e3',
  '12:30',
  '2024-01-01',
  '',
  ' ',
  ' lead',
  'trail ',
  'a: b',
  'a #b',
  '# c',
  '- d',
  '-',
  '?',
  ':',
  "it's",
  '"q"',
  '\\',
  '\\n',
  'line\nbreak',
  'cr\rlf\r\n',
  'tab\t',
  '\u0000',
  '\u001b[31m',
  '\u0085',
  '\u2028',
  '\ufeffbom',
  '\u202eright',
  '\u2067isolate',
  '{a: b}',
  '[a]',
  '&a',
  '*a',
  '!a',
  '%a',
  '@a',
  '`a',
  '|',
  '>',
  '<<',
  '=',
  '---',
  '...',
  'é',
  '日本語',
  '😀',
  'a'.repeat(500),
]

describe('a text as a YAML scalar', () => {
  it.each(HOSTILE)('%j is read as it was', text => {
    const { value } = readYaml('x.yml', `key: ${yamlScalar(text)}\nlist:\n  - ${yamlScalar(text)}\n`)
    expect(value).toEqual({ key: text, list: [text] })
  })

  it('is plain where it is harmless', () => {
    expect(['applications.csv', 'data/my file.csv', 'auc >= 0.79', 'p_bad'].map(yamlScalar)).toEqual([
      'applications.csv',
      'data/my file.csv',
      'auc >= 0.79',
      'p_bad',
    ])
  })

  it('shows control and bidirectional characters as escapes', () => {
    expect(yamlScalar('a\u202eb\u001bc')).toBe('"a\\u202eb\\u001bc"')
  })
})

describe('a comment', () => {
  it.each(HOSTILE)('with %j in it stays a comment', text => {
    const lines = yamlComment(`Named ${text} here`, '  ')
    expect(lines.every(line => line.startsWith('  # '))).toBe(true)
    expect(readYaml('x.yml', `${lines.join('\n')}\nkey: 1\n`).value).toEqual({ key: 1 })
  })

  it('is wrapped', () => {
    const lines = yamlComment('word '.repeat(100))
    expect(lines.length).toBeGreaterThan(3)
    expect(lines.every(line => line.length <= 118)).toBe(true)
    expect(
      lines
        .join(' ')
        .split(' ')
        .filter(word => word === 'word'),
    ).toHaveLength(100)
  })
})
