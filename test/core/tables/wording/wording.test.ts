import { describe, expect, it } from 'vitest'
import { percent } from '../../../../src/core/tables/wording/percent.ts'
import { shown } from '../../../../src/core/tables/wording/shown.ts'

describe('a value in a sentence', () => {
  it.each([
    ['plain', "'plain'"],
    ['two\nlines\r\t', "'two\\nlines\\r\\t'"],
    ['\u001b[31mred', "'\\u{1b}[31mred'"],
    ['a\u202eb\u200b\ufeff', "'a\\u{202e}b\\u{200b}\\u{feff}'"],
    ['\ud800', "'\\u{d800}'"],
    ['😀'.repeat(41), `'${'😀'.repeat(40)}…'`],
    ['x'.repeat(1_000_000), `'${'x'.repeat(40)}…'`],
  ])('%j', (text, expected) => expect(shown(text)).toBe(expected))
})

describe('a share in a sentence', () => {
  it.each([
    [0, '0 %'],
    [1, '100 %'],
    [381 / 4454, '8.554 %'],
    [1 / 1_000_000, '0.0001 %'],
    [0.0999996, '10 %'],
    [999_999 / 1_000_000, 'more than 99.99 %'],
  ])('%d', (share, expected) => expect(percent(share)).toBe(expected))
})
