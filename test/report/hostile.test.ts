import { createHash } from 'node:crypto'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import type { Evidence } from '../../src/core/evidence.ts'
import { checkRun } from '../../src/report/check-run.ts'
import { comment } from '../../src/report/comment.ts'
import { htmlReport } from '../../src/report/html/html-report.ts'
import { jobSummary } from '../../src/report/job-summary.ts'
import { LIMITS } from '../../src/report/limits.ts'
import { type Recorded, recordCheckRun } from '../../src/report/record-section.ts'
import { HOSTILE, hostileEvidence } from './hostile-evidence.ts'

const render = (markdown: string) =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })
const base64 = (text: string) => createHash('sha256').update(text).digest('base64')

/** A certification whose every text is this one. */
const recordedWith = (name: string): Recorded => ({
  decision: {
    verdict: 'failed',
    rules: Array.from({ length: 30 }, (_, n) => ({
      rule: `rule-${n}`,
      title: name,
      status: n % 2 === 0 ? ('failed' as const) : ('passed' as const),
      reason: name,
      hint: name,
    })),
    waivers: [],
    notes: [name],
  },
  model: { name, version: name, id: 'c'.repeat(64) },
  path: name,
})

/** Everything that GitHub is given: Markdown by what it is. */
function surfaces(evidence: readonly Evidence[], recorded: Recorded): Record<string, string> {
  const runs = [recordCheckRun(recorded), ...evidence.map(checkRun)]
  const standing = runs.map(run => ({ ...run, url: 'https://github.com/acme/model/runs/1' }))
  return {
    comment: comment(standing, 'd'.repeat(40)),
    'job summary': jobSummary(evidence, recorded),
    ...Object.fromEntries(
      runs.flatMap(run => [
        [`summary of ${run.name}`, run.summary],
        [`text of ${run.name}`, run.text ?? ''],
      ]),
    ),
  }
}

/** What our own reports are made of; a name can be none of it but text. */
const OURS = /^(details|summary|table|thead|tbody|tr|th|td|h[1-6]|p|ul|ol|li|strong|em|code|pre|a|br|hr|sub)$/

/** Tags of the page that are not ours, attributes that are not, links that lead elsewhere, folds that do not close. */
function strange(html: string): string[] {
  const tags = [...html.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<\/?([a-zA-Z0-9]+)([^>]*)>/g)]
  return tags.flatMap(([whole, tag = '', attributes = '']) => {
    if (!OURS.test(tag)) return [whole.slice(0, 80)]
    const href = / href="([^"]*)"/.exec(attributes)?.[1]
    if (href !== undefined && !href.startsWith('https://github.com/acme/')) return [whole.slice(0, 80)]
    return /\son\w+=|style=/.test(attributes) ? [whole.slice(0, 80)] : []
  })
}

const count = (text: string, part: string) => text.split(part).length - 1

describe.each(Object.entries(HOSTILE))('names and values of %s', (_, name) => {
  const evidence = hostileEvidence(name)
  const recorded = recordedWith(name)
  const all = surfaces(evidence, recorded)

  it.each(Object.keys(all))('are text in the %s', surface => {
    const markdown = all[surface] ?? ''
    const html = render(markdown)
    expect(strange(html)).toEqual([])
    expect(count(html, '<details>')).toBe(count(html, '</details>'))
    // Lines are ours; nothing else moves a cursor, or turns the direction of writing.
    expect(markdown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200e\u200f]/)
    expect(markdown.isWellFormed()).toBe(true)
    // Nobody is called, and no issue is referred to.
    expect(html.replace(/<code[^>]*>[\s\S]*?<\/code>/g, '')).not.toMatch(/@(octocat|acme)|(^|[^&])#1\b|GH-2/)
    expect(markdown.length).toBeLessThanOrEqual(surface === 'job summary' ? LIMITS.stepSummary : LIMITS.checkRunText)
  })

  it('are text in annotations and titles', () => {
    for (const run of [recordCheckRun(recorded), ...evidence.map(checkRun)])
      for (const text of [run.title, ...run.annotations.flatMap(({ title, message }) => [title, message])]) {
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200e\u200f]/)
        expect(text.isWellFormed()).toBe(true)
      }
  })

  it('are text in the HTML report', () => {
    const page = htmlReport(evidence, recorded, base64)
    // A bracket within a value begins no tag.
    const bare = page.replace(/="[^"]*"/g, value => value.replaceAll('<', ''))
    const tags = [...bare.matchAll(/<([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*>/g)]
    expect(tags.length).toBe(count(bare, '<') - count(bare, '</') - 1)
    expect(tags.filter(([, tag = '']) => /^(script|img|iframe|object|form|base)$/i.test(tag))).toEqual([])
    const names = tags.flatMap(([, , attributes = '']) => [...attributes.matchAll(/\s([\w:-]+)(="[^"]*")?/g)])
    expect(names.filter(([, name = '']) => /^on|^style$/i.test(name))).toEqual([])
    const addresses = names.filter(
      ([, name, value = '']) => (name === 'href' || name === 'src') && !value.startsWith('="#'),
    )
    expect(addresses.map(([whole]) => whole)).toEqual([' href="report.css"'])
    expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200e\u200f]/)
    expect(page.length).toBeLessThan(500_000)
  })
})

describe.each([
  ['short', 'income'],
  ['long', '語|<b>'.repeat(2_000)],
])('5,000 failing checks with %s names', (_, name) => {
  const evidence = hostileEvidence(name, 5_000)
  const recorded = recordedWith(name)
  const all = surfaces(evidence, recorded)
  const runs = evidence.map(checkRun)

  it('stay under every limit of GitHub', () => {
    const { comment: body = '', 'job summary': summary = '' } = all
    expect(body.length).toBeLessThanOrEqual(LIMITS.comment)
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(LIMITS.stepSummary)
    for (const run of [recordCheckRun(recorded), ...runs]) {
      expect(run.summary.length).toBeLessThanOrEqual(LIMITS.checkRunText)
      expect(run.text?.length ?? 0).toBeLessThanOrEqual(LIMITS.checkRunText)
      expect(run.title.length).toBeLessThanOrEqual(LIMITS.checkRunTitle)
      expect(run.annotations.length).toBeLessThanOrEqual(LIMITS.annotations)
      for (const { title, message } of run.annotations) {
        expect(title.length).toBeLessThanOrEqual(LIMITS.annotationTitle)
        expect(Buffer.byteLength(message)).toBeLessThanOrEqual(64 * 1024)
      }
    }
  })

  it('are counted, the first told, the rest folded, and what is left out is said', () => {
    for (const surface of ['comment', 'job summary'] as const) {
      const text = all[surface] ?? ''
      expect(text).toContain('3\u202f334 failed, 1\u202f666 undecided')
      expect(count(text, '<details>')).toBe(count(text, '</details>'))
    }
    expect(strange(render(all.comment ?? ''))).toEqual([])
    for (const { summary, text = '' } of runs) {
      expect(summary).toMatch(/more checks that did not pass|left out/)
      expect(text).toMatch(/The worst \d+ of 5/)
    }
  })

  it('make a page that still opens', () => {
    const page = htmlReport(evidence.slice(0, 1), recorded, base64)
    expect(page).toContain('Checks, the worst 2000 of 5000')
    expect(page.length).toBeLessThan(6_000_000)
  })
})
