import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Check, Evidence } from '../../../src/core/evidence.ts'
import { EVIDENCE_SCHEMA } from '../../../src/core/identifiers.ts'
import { htmlReport } from '../../../src/report/html/html-report.ts'

const base64 = (text: string) => createHash('sha256').update(text).digest('base64')

const HOSTILE = '<script>alert(1)</script>"\' onload=x \u202egnp.exe \u0007'

const check = (n: number, status: Check['status']): Check => ({
  id: `check-${n}`,
  title: `${HOSTILE} ${n}`,
  status,
  reason: HOSTILE,
  hint: HOSTILE,
  locations: [{ file: HOSTILE, line: 3, column: HOSTILE, value: HOSTILE }],
})

const document = (checks: Check[]): Evidence => ({
  schema: EVIDENCE_SCHEMA,
  gate: 'data-validate',
  verdict: 'failed',
  subject: [],
  materials: [{ name: HOSTILE, role: 'data', digest: { sha256: 'b'.repeat(64) }, bytes: 1, rows: 2 }],
  checks,
  result: {
    files: [
      {
        file: HOSTILE,
        table: HOSTILE,
        rows: 2,
        columns: [
          { column: HOSTILE, type: 'string', sensitive: false, nulls: 0, top: [{ value: HOSTILE, share: 1 }] },
          { column: 'income', type: 'number', sensitive: true, nulls: 1 },
        ],
      },
    ],
  },
  tool: { name: 'proofmark', version: '0.0.0' },
  run: { repository: HOSTILE, startedAt: '2026-01-01T00:00:00Z', finishedAt: '2026-01-01T00:00:01Z' },
})

it('shows names and values as text, whatever they hold', () => {
  const page = htmlReport([document([check(1, 'fail')])], undefined, base64)
  // No tag, attribute, control character or change of direction comes from a name.
  expect(page.replace(/="[^"]*"/g, '')).not.toMatch(/<script/i)
  expect(page.replace(/="[^"]*"/g, '="…"').match(/<[a-z][^>]*\sonload/gi)).toBe(null)
  expect(page).not.toMatch(/[\u0007\u202e]/)
  expect(page).toContain('&#x3C;script>alert(1)&#x3C;/script>')
})

it('allows the browser its own style sheet and nothing else', () => {
  const page = htmlReport([document([check(1, 'fail')])], undefined, base64)
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? ''
  expect(page.replaceAll('&#x27;', "'")).toContain(
    `default-src 'none'; style-src 'sha256-${base64(style)}' 'self'; base-uri 'none'; form-action 'none'`,
  )
  expect(page.match(/\sstyle="/g)).toBe(null)
  expect(page.match(/\s(src|href)="(?!#)[^"]*"/g)).toEqual([' href="report.css"'])
})

it('withholds what the contract calls sensitive', () => {
  const page = htmlReport([document([])], undefined, base64)
  expect(page).toContain(
    '<td><code>income</code></td><td>number</td><td><em>withheld</em></td><td class="number">50.0\u202f%</td>',
  )
})

it('tells the worst of very many checks, and counts the rest', () => {
  const many = Array.from({ length: 5000 }, (_, n) => check(n, n % 2 === 0 ? 'fail' : 'inconclusive'))
  const page = htmlReport([document(many)], undefined, base64)
  expect(page.match(/<article class="check/g)?.length).toBe(1)
  expect(page.match(/<h3>/g)?.length).toBe(50)
  expect(page).toContain('<summary>42 more checks to which the same applies</summary>')
  expect(page).toContain('4\u202f950 more checks that did not pass stand in the table.')
  expect(page).toContain('Checks, the worst 2000 of 5000')
})

it('says why nothing could be signed, and links every gate', () => {
  const recorded = {
    decision: { verdict: 'passed' as const, rules: [], waivers: [], notes: ['The policy is new'] },
    model: { name: 'credit', version: '1', id: 'c'.repeat(64) },
    problem: { message: 'Expected a private key but found none', hint: 'Make one' },
  }
  const page = htmlReport([document([check(1, 'pass')])], recorded, base64)
  expect(page).toContain('<header class="verdict inconclusive">')
  expect(page).toContain('Not signed: credit 1')
  expect(page).toContain('→ Make one')
  const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  expect(targets).toEqual(['data-validate', 'audit-record', 'data-validate'])
  // From the model's files to what was not signed.
  expect(page).toContain('<li>Nothing was signed</li>')
  for (const id of targets) expect(page).toContain(`id="${id}"`)
})
