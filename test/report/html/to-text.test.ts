import { toHtml } from 'hast-util-to-html'
import { h, s } from 'hastscript'
import { expect, it } from 'vitest'
import { toText } from '../../../src/report/html/to-text.ts'

const HOSTILE = `<script>alert("1")</script> & 'x' \u202e &amp; ]]> -->`

/** The trees of the report, in every kind of property they use. */
const TREE = h('div.scroll.cards', { tabIndex: 0, role: 'region', ariaLabel: HOSTILE, dataTags: HOSTILE }, [
  h('form.filter', { hidden: true, dataList: 'models' }, [
    h('input', { type: 'search', autoComplete: 'off' }),
    h('br'),
  ]),
  h('a', { href: `x?a=1&b="2"`, rel: ['noopener', 'noreferrer'], ariaCurrent: undefined, className: [] }, HOSTILE),
  h('time', { dateTime: '2026-01-01' }, 'then'),
  h('span', { ariaHidden: 'true' }, '✓'),
  s('svg', { className: ['wide'], viewBox: '0 0 1 1', ariaLabel: HOSTILE, strokeWidth: 2, fontSize: 11 }, [
    s('title', HOSTILE),
    s('text', { textAnchor: 'middle', x: 0 }, HOSTILE),
    s('line', { x1: 0, stroke: 'currentColor' }),
  ]),
])

/** Both spell the same characters in more than one way. */
const read = (html: string) =>
  html
    .replace(/&#x22;|&quot;/g, '"')
    .replaceAll('&#x27;', "'")
    .replaceAll(' class=""', '')
    .replace(/&#x3C;|&lt;/g, '<')
    .replaceAll('&gt;', '>')
    .replace(/&#x26;|&amp;/g, '&')

it('writes what the library writes', () => {
  expect(read(toText([TREE]))).toBe(read(toHtml(TREE)))
})

it('lets no text and no value become markup', () => {
  const text = toText([TREE])
  expect(text).not.toContain('<script')
  // With every value taken out, what is left are tags and text without a quotation mark or bracket of its own.
  const bare = text.replace(/="[^"]*"/g, '')
  expect(bare.match(/<\/?([a-z]+)/g)?.join(' ')).toBe(
    '<div <form <input <br </form <a </a <time </time <span </span <svg <title </title <text </text <line </line </svg </div',
  )
})
