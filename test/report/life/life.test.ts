import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Life } from '../../../src/core/record/promotion/life.ts'
import { gantt } from '../../../src/report/life/gantt.ts'
import { lifeHtml } from '../../../src/report/life/html.ts'
import { layout } from '../../../src/report/life/layout.ts'
import { lifeMarkdown } from '../../../src/report/life/markdown.ts'
import { STYLE, STYLE_HASH } from '../../../src/report/life/style.ts'
import { lifeLines } from '../../../src/report/life/terminal.ts'
import { ticks } from '../../../src/report/life/ticks.ts'
import { LIFE, REPORT } from './example.ts'

const EMPTY: Life = { ...LIFE, models: [], targets: [], revocations: [] }

describe.each([1000, 340])('a time line of %i units', width => {
  const drawn = layout(LIFE, width)

  it('has a line for each certificate, target, waiver, and for what was decided', () => {
    expect(drawn.titles.map(({ text }) => text)).toEqual([
      'credit-default 1 · 111111111111',
      'credit-default 2 · 222222222222',
      'credit-default 3 · 333333333333',
    ])
    expect(drawn.lanes.map(({ label }) => label.text)).toEqual([
      'Certificate aaaaaaaa',
      'folder:/srv/models/credit',
      'Decisions',
      'Certificate bbbbbbbb',
      'folder:/srv/models/credit',
      'Decisions',
      'Certificate cccccccc',
      'folder:/srv/models/credit',
      's3://models-of-acme/credit',
      'Waiver',
      'Decisions',
    ])
  })

  it('keeps everything inside, in order, and nothing on top of another', () => {
    const { left, right, top, bottom } = drawn.plot
    for (const { y, bars, marks, label } of drawn.lanes) {
      expect(y).toBeGreaterThan(top)
      expect(y).toBeLessThan(bottom)
      expect(label.x).toBeGreaterThanOrEqual(0)
      for (const { x, width: w } of bars) {
        expect(x).toBeGreaterThanOrEqual(left)
        expect(x + w).toBeLessThanOrEqual(right)
      }
      for (const [i, { x }] of marks.entries()) if (i > 0) expect(x - (marks[i - 1]?.x ?? 0)).toBeGreaterThanOrEqual(13)
    }
    const rows = drawn.lanes.map(({ y }) => y)
    for (const [i, y] of rows.entries()) if (i > 0) expect(y - (rows[i - 1] ?? 0)).toBeGreaterThanOrEqual(22)
    expect(drawn.height).toBeGreaterThan(bottom)
    for (const [i, { x }] of drawn.axis.entries())
      if (i > 0) expect(x - (drawn.axis[i - 1]?.x ?? 0)).toBeGreaterThanOrEqual(58)
  })

  it('puts a revoked certificate’s two parts end to end, and today where it is', () => {
    const [valid, revoked] = drawn.lanes[3]?.bars ?? []
    expect([valid?.kind, revoked?.kind]).toEqual(['valid', 'revoked'])
    expect((valid?.x ?? 0) + (valid?.width ?? 0)).toBeCloseTo(revoked?.x ?? 0, 0)
    const standing = drawn.lanes[7]?.bars[0]
    expect((standing?.x ?? 0) + (standing?.width ?? 0)).toBeCloseTo(drawn.today, 0)
  })

  it('can be empty', () => {
    const { lanes, today, plot } = layout(EMPTY, width)
    expect(lanes).toEqual([])
    expect(today).toBeGreaterThan(plot.left)
    expect(today).toBeLessThan(plot.right)
  })
})

describe('an axis', () => {
  const of = (from: string, to: string, most = 8) =>
    ticks(Date.parse(from), Date.parse(to), most).map(({ label }) => label)
  it.each([
    ['2026-11-28T06:00:00Z', '2026-12-02T06:00:00Z', ['11-29', '11-30', '12-01', '12-02']],
    ['2026-11-01T00:00:00Z', '2026-12-15T00:00:00Z', ['11-01', '11-08', '11-15', '11-22', '11-29', '12-06', '12-13']],
    [
      '2026-03-01T00:00:00Z',
      '2027-03-01T00:00:00Z',
      ['2026-03', '2026-05', '2026-07', '2026-09', '2026-11', '2027-01', '2027-03'],
    ],
    ['2020-06-01T00:00:00Z', '2029-06-01T00:00:00Z', ['2022-01', '2024-01', '2026-01', '2028-01']],
  ])('from %s to %s', (from, to, labels) => expect(of(from, to)).toEqual(labels))
})

describe('the page', () => {
  const page = lifeHtml(REPORT, 'life.css')

  it('allows nothing but its own style, and has nothing else', () => {
    expect(STYLE_HASH).toBe(`sha256-${createHash('sha256').update(STYLE).digest('base64')}`)
    expect(page).toContain(
      `content="default-src 'none'; style-src '${STYLE_HASH}' 'self'; base-uri 'none'; form-action 'none'"`,
    )
    expect(page.match(/<style>([\s\S]*?)<\/style>/)?.[1]).toBe(STYLE)
    expect(page.match(/<style/g)).toHaveLength(1)
    expect(page.match(/<link[^>]*>/g)).toEqual(['<link rel="stylesheet" href="life.css">'])
    expect(page.match(/href=/g)).toHaveLength(1)
    expect(page).not.toMatch(/<script|<img|<iframe|\sstyle=|\son\w+=|src=|https?:\/\//)
  })

  it('tells in words what the picture shows', () => {
    expect(page).toContain('<html lang="en">')
    expect(page.match(/role="img" aria-labelledby="wide-title wide-about"/g)).toHaveLength(1)
    expect(page).toContain(
      'credit-default 2, certificate revoked on 2026-09-18: Labels of March were wrong (INC-42); credit-default 3, certificate valid until 2027-03-24',
    )
    expect(page.match(/<h1>/g)).toHaveLength(1)
    expect(page).toContain('<h1>The life of credit-default</h1>')
    expect(page.match(/<th role="columnheader" scope="col">[^<]+<\/th>/g)).toHaveLength(4 + 5 + 4)
  })

  it('takes what others wrote as text', () => {
    expect(page).toContain('seasonal campaign &lt;RISK-218&gt;')
    const [model] = LIFE.models
    if (!model) throw new Error('Expected a model')
    const evil = { ...LIFE, models: [{ ...model, name: '<script>alert(1)</script>" onload="x' }] }
    const hostile = lifeHtml({ ...REPORT, life: evil }, 'life.css')
    expect(hostile).not.toContain('<script>')
    expect(hostile).not.toContain('" onload="')
  })

  it('can be empty', () => {
    expect(lifeHtml({ log: 'log', life: EMPTY, targets: [], dues: [] }, 'life.css')).toContain(
      '<h1>The life of 0 models</h1>',
    )
  })
})

describe('Markdown', () => {
  it('has the time line as a chart that Mermaid reads', () => {
    const lines = gantt(LIFE).split('\n')
    expect(lines.slice(0, 4)).toEqual(['```mermaid', 'gantt', '  dateFormat YYYY-MM-DD HH:mm', '  axisFormat %Y-%m-%d'])
    for (const line of lines.slice(4, -1))
      expect(line).toMatch(
        /^ {2}(section [^:;,#]+|[^:;,#]+ :(active, |done, |crit, |crit, done, |milestone, )?\d{4}-\d\d-\d\d \d\d:\d\d, (\d{4}-\d\d-\d\d \d\d:\d\d|0d))$/,
      )
    expect(lines).toContain('  Certificate bbbbbbbb revoked :crit, 2026-09-18 09:00, 2026-12-28 08:00')
  })

  it('stays below what GitHub draws', () => {
    const models = Array.from({ length: 200 }, (_, i) =>
      LIFE.models.map(model => ({
        ...model,
        id: `${i}`.padStart(64, '0'),
        events: model.events.flatMap(event => Array(60).fill(event)),
      })),
    ).flat()
    const text = gantt({ ...LIFE, models })
    expect(text.length).toBeLessThan(50_000)
    expect(text).toContain('section credit-default 3')
  })

  it('tells everything that happened in order, as text', () => {
    const page = lifeMarkdown(REPORT)
    const rows = page.slice(page.indexOf('## What happened')).match(/^\| 20.*$/gm) ?? []
    expect(rows).toHaveLength(15)
    expect(rows[8]).toBe(
      '| 2026-09-18 | credit\\-default 2 | Revocation | bbbbbbbbbbbb: Labels of March were wrong \\(INC\\-42\\), by carol |',
    )
    expect(page).toContain('&lt;RISK\\-218&gt;')
  })
})

it('the terminal shows a table, the targets and what is due', () => {
  expect(lifeLines(REPORT).map(({ text }) => text)).toEqual([
    'MODEL             MODEL ID      CERTIFICATE                                                 IN PRODUCTION AT',
    'credit-default 1  111111111111  expired on 2026-08-29                                       –',
    'credit-default 2  222222222222  revoked on 2026-09-18: Labels of March were wrong (INC-42)  –',
    'credit-default 3  333333333333  valid until 2027-03-24                                      folder:/srv/models/credit, s3://models-of-acme/credit',
    '',
    '✔ folder:/srv/models/credit → credit-default 3: it points where the log says, at the certified bytes',
    '✘ s3://models-of-acme/credit → credit-default 3: drift: it points at credit-default 2 (222222222222…), since 2026-11-29T03:00:00Z, which is not the log’s last word',
    '',
    '! credit-default 3: its review is due on 2026-12-15',
    '! credit-default 3: a waiver ends (psi-income, by alice) on 2026-12-20',
  ])
})
