import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { code, codeSpan, escapeText } from '../../src/report/markdown/escape.ts'
import { table } from '../../src/report/markdown/table.ts'

/** GitHub-flavoured Markdown as HTML, raw HTML let through as GitHub does. */
const render = (markdown: string) =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })
const text = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim()

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[click](javascript:alert(1))',
  '![x](https://evil.example/p.png)',
  '**bold** _it_ ~~gone~~ `code`',
  'a | b | c',
  '# heading',
  '- item',
  '1. item',
  '> quote',
  '```fence',
  'https://evil.example/x and www.evil.example',
  '@octocat please look at #1 and GH-1',
  '&lt;b&gt; &amp;',
  '\\*not escaped\\*',
  '</details><details open>',
  '<!-- proofmark -->',
  '$\\sqrt{x}$',
  'a\nb\r\nc',
]

describe('text of anybody', () => {
  it.each(hostile)('%j is shown as it is', value => {
    const html = render(escapeText(value))
    expect(html).toMatch(/^<p>[^<]*<\/p>$/)
    expect(text(html).replaceAll('\u2060', '')).toBe(value.replace(/\r?\n/g, ' '))
  })

  it.each(hostile)('%j stays inside its table cell, as text and as code', value => {
    const html = render(table(['A', 'B', 'C'], [[escapeText(value), code(value), 'end']]))
    expect(html.match(/<td[ >]/g)).toHaveLength(3)
    expect(html).toMatch(/<td[^>]*>end<\/td>/)
    expect(html).not.toMatch(/<(script|img|a|details|strong|del)\b/)
  })

  it.each(hostile)('%j is shown as it is outside of tables, as code', value => {
    const html = render(`At ${codeSpan(value)} and on`)
    expect(html).toMatch(/^<p>At <code>[^<]*<\/code> and on<\/p>$/)
    expect(text(html)).toBe(`At ${value.replace(/\r?\n/g, ' ')} and on`)
  })

  it('mentions nobody and refers to nothing', () => {
    expect(escapeText('@octocat')).toBe('@\u2060octocat')
    expect(escapeText('see #12')).toContain('#\u206012')
  })

  it('shows control and bidirectional characters instead of obeying them', () => {
    expect(escapeText('\u001b[31mred\u0000')).toBe('␛\\[31mred␀')
    expect(escapeText('abc\u202edcb')).toBe('abc\ufffddcb')
  })

  it('is cut at a length that no table cell needs to exceed', () => {
    expect(escapeText('x'.repeat(10_000))).toHaveLength(501)
    expect(code('x'.repeat(10_000)).length).toBeLessThan(210)
  })
})
