import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { expect, it } from 'vitest'
import { breakable } from '../../../src/report/html/breakable.ts'
import { dated } from '../../../src/report/html/dated.ts'

const html = (content: Parameters<typeof h>[1][]) => toHtml(h('p', ...content))

it('keeps each date and each instant on one line', () => {
  expect(html(dated('until 2027-02-28: credit 1'))).toBe(
    '<p>until <time datetime="2027-02-28">2027-02-28</time>: credit 1</p>',
  )
  expect(html(dated('2026-11-30T18:28:58Z to 2027-02-28'))).toBe(
    '<p><time datetime="2026-11-30T18:28:58Z">2026-11-30T18:28:58Z</time> to <time datetime="2027-02-28">2027-02-28</time></p>',
  )
  expect(html(dated('12026-11-301 <b>'))).toBe('<p>12026-11-301 &#x3C;b></p>')
})

it('lets a long name break after its parts, and says the same', () => {
  expect(html(breakable('income'))).toBe('<p>income</p>')
  expect(html(breakable('cash_withdrawals_max_180d'))).toBe('<p>cash_<wbr>withdrawals_<wbr>max_<wbr>180d</p>')
  expect(html(breakable('models/__init__/<b>/weights.bin'))).toBe(
    '<p>models/__<wbr>init__/<wbr>&#x3C;b>/<wbr>weights.<wbr>bin</p>',
  )
})
