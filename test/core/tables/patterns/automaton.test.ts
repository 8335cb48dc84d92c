import { describe, expect, it } from 'vitest'
import { byteTest } from '../../../../src/core/tables/patterns/automaton.ts'
import { parsePattern } from '../../../../src/core/tables/patterns/parse-pattern.ts'
import { random } from '../../drift/random.ts'

const encoder = new TextEncoder()

function testOf(source: string): ((text: string) => boolean) | undefined {
  const parsed = parsePattern(source)
  const test = parsed && byteTest(parsed)
  return (
    test &&
    (text => {
      const bytes = encoder.encode(`<${text}>`)
      return test(bytes, 1, bytes.length - 1)
    })
  )
}

const TEXTS = [
  '',
  'a',
  'b',
  'ab',
  'aab',
  'abc',
  'xabcx',
  'AB',
  'a1',
  '42',
  '4 2',
  '\n',
  'a\nb',
  ' ',
  '\u00a0',
  'ü',
  'äöü',
  '日本',
  '😀',
  'a😀b',
  '2024-02-29',
  'x@y.zz',
  '0123456789abcdef',
  '-',
  '_',
  '\\',
  '^',
  ']',
  'é'.repeat(5),
  '\ud7ff\ue000',
  '\u{10ffff}',
  '\u2028',
] as const

describe('an automaton', () => {
  it.each([
    'a',
    '^a',
    'a$',
    '^a$',
    '^$',
    '',
    '^',
    '$',
    'a|b',
    '^(a|b)+$',
    '^a*$',
    'a+b',
    '^.$',
    '^..$',
    '.',
    '^[a-c]+$',
    '[^a-c]',
    '^[^a]$',
    '\\d',
    '^\\d+$',
    '\\D',
    '\\w',
    '^\\W$',
    '\\s',
    '^\\S+$',
    '^[\\d-]+$',
    '^[\\w.]+@[\\w.]+\\.\\w{2,}$',
    '^a{2}b$',
    '^a{1,}$',
    '^a{0,1}$',
    '^(?:ab|a)(?:c|bc)$',
    '^(?<year>\\d{4})-(\\d{2})-(\\d{2})$',
    'a?b?c?',
    '^[äöü]+$',
    '^[a-ü]$',
    '^\\u{1f600}$',
    '\\u00fc',
    '^\\x61',
    '^[\\u{0}-\\u{10ffff}]$',
    '^[^\\u{1f600}]+$',
    '(^a|b$)',
    '(a^b)',
    'a$b',
    '^(a|ab)(c|bcd)?$',
    '^[\\]\\\\^-]$',
    '(a*)*b',
    '^(a+)+$',
    '^[0-9a-f]{16}$',
    '\\^',
    '[.]',
    '^\\/?$',
    'x*?y',
    '^(|a)$',
    '(|b)c',
    '[]',
    '^[^]$',
  ])('agrees with the engine: %s', source => {
    const test = testOf(source)
    expect(test, 'it is regular').toBeDefined()
    const expression = new RegExp(source, 'u')
    for (const text of TEXTS) expect(test?.(text), JSON.stringify(text)).toBe(expression.test(text))
  })

  it('agrees with the engine on patterns and texts made by chance', () => {
    const { uniform } = random(3)
    const pick = (...options: string[]) => options[Math.floor(uniform() * options.length)] ?? ''
    const pattern = (depth: number): string => {
      const atom = () =>
        depth > 0 && uniform() < 0.3
          ? `(${pick('', '?:')}${pattern(depth - 1)})`
          : pick('a', 'b', 'ü', '.', '[ab]', '[^a]', '\\w', '\\d', '日')
      const part = () => `${atom()}${pick('', '', '', '*', '+', '?', '{2}', '{1,2}', '*?')}`
      const some = () => Array.from({ length: 1 + Math.floor(uniform() * 3) }, part).join('')
      return `${pick('', '', '^')}${some()}${uniform() < 0.2 ? `|${some()}` : ''}${pick('', '', '$')}`
    }
    const text = () =>
      Array.from({ length: Math.floor(uniform() * 7) }, () => pick('a', 'b', 'ü', '日', '1', '\n', '😀')).join('')
    for (let i = 0; i < 3000; i++) {
      const source = pattern(2)
      const test = testOf(source)
      if (!test) throw new Error(source)
      const expression = new RegExp(source, 'u')
      for (let j = 0; j < 8; j++) {
        const tried = text()
        expect(test(tried), `${source} on ${JSON.stringify(tried)}`).toBe(expression.test(tried))
      }
    }
  })

  it.each(['^(a+)+$', '(x+x+)+y', '^(a|a)*$', '(.*)*=', '^([a-z]+)*\\d$'])(
    'takes no longer for a pattern that backtracking would not finish: %s',
    source => {
      expect(testOf(source)?.(`${'a'.repeat(100_000)}!`)).toBe(false)
    },
  )

  it.each(['(a)\\1', '(?=a)b', '(?!a)b', '(?<=a)b', '\\bword', '\\p{L}', '(?<n>a)\\k<n>'])(
    'is not made of more than regular ones: %s',
    source => {
      expect(() => new RegExp(source, 'u')).not.toThrow()
      expect(parsePattern(source)).toBeUndefined()
    },
  )

  it('is not made where it would be too large', () => {
    const parsed = parsePattern('^(?:[a-z]{1,100}){1,100}$')
    expect(parsed && byteTest(parsed)).toBeUndefined()
  })
})
