import { toHtml } from 'hast-util-to-html'
import { expect, it } from 'vitest'
import type { Check } from '../../src/core/evidence.ts'
import { LIMITS } from '../../src/core/security/limits.ts'
import type { ScannedFile } from '../../src/core/security/result.ts'
import { coverage } from '../../src/report/figures/coverage.ts'
import { securityPart } from '../../src/report/html/parts/security.ts'
import { fullReport, section } from '../../src/report/section.ts'
import { scanned } from './some-evidence.ts'

const file = (path: string, change: Partial<ScannedFile> = {}): ScannedFile => ({
  path,
  format: 'pickle',
  bytes: 4000,
  sha256: 'a'.repeat(64),
  status: 'pass',
  globals: 0,
  findings: [],
  ...change,
})

it('lists every file once, the undecided with the reason or the limit before those that pass, then what was passed over', () => {
  const files = [
    file('a.pkl'),
    file('b.zip', { format: 'zip', status: 'inconclusive', reason: 'Expected a | kind' }),
    file('c.pkl', { status: 'inconclusive', reason: 'Expected to read it within 60 seconds', limit: 'time' }),
  ]
  const lines = coverage({ files, skipped: [{ path: 'x/.git', reason: 'left out of every folder' }] }, [], 60).split(
    '\n',
  )
  expect(lines[1]).toBe('<summary>3 files scanned, 2 undecided, 1 passed over</summary>')
  expect(lines.slice(5, 9)).toEqual([
    '| 🟡 | `b.zip` | zip | 4.00\u00a0kB | Expected a \\| kind |',
    '| 🟡 | `c.pkl` | pickle | 4.00\u00a0kB | its time ran out |',
    '| ✅ | `a.pkl` | pickle | 4.00\u00a0kB |  |',
    '| ➖ | `x/.git` | passed over |  | left out of every folder |',
  ])
})

it.each(LIMITS)('says in words that the reading ended by %s', limit => {
  const row = coverage({ files: [file('a', { status: 'inconclusive', reason: 'Expected …', limit })] }, [], 1).split(
    '\n',
  )[5]
  expect(row).toMatch(/^\| 🟡 \| `a` \|.*\| [a-z ]{8,} \|$/)
})

it('shows the first of many in a section, and as many as fit in the job summary', () => {
  const files = Array.from({ length: 1200 }, (_, i) => file(`models/${i}.pkl`))
  const evidence = scanned([], { files })
  expect(section(evidence)).toContain('more: the evidence lists them all._')
  expect(fullReport(evidence, 300_000)).toContain('`models/1199.pkl`')
  const short = fullReport(evidence, 20_000)
  expect(short).toContain('`models/1.pkl`')
  expect(short.length).toBeLessThanOrEqual(20_000)
})

it('shows a file as every check that points at it left it, not as its format alone did', () => {
  const pointed = (id: string, status: Check['status'], path: string, note: string): Check => ({
    id,
    title: id,
    status,
    reason: `About ${id}`,
    locations: [{ file: path, line: 1, note }],
  })
  const finding = { offset: 58, name: 'posix.system', reason: 'is imported and called and not on the allow list' }
  const files = [
    file('requirements.txt'),
    file('fine.pkl'),
    file('config.yml'),
    file('evil.pkl', { status: 'fail', findings: [finding] }),
  ]
  const checks = [
    pointed('secrets', 'fail', 'config.yml', 'aws/AWSAccessKeyID'),
    pointed('pinned', 'warn', 'requirements.txt', 'pandas'),
    pointed('artefact', 'fail', 'evil.pkl', 'byte 58: posix.system is imported and called and not on the allow list'),
    pointed('other', 'pass', 'fine.pkl', ''),
  ]
  expect(
    coverage({ files }, checks, 60)
      .split('\n')
      .slice(5, 9)
      .map(line => line.split(' | ').filter((_, i) => [0, 1, 4, 5].includes(i))),
  ).toEqual([
    ['| ❌', '`config.yml`', '', 'About secrets |'],
    ['| ❌', '`evil.pkl`', '1', ' |'],
    ['| ⚠️', '`requirements.txt`', '', 'About pinned |'],
    ['| ✅', '`fine.pkl`', '', ' |'],
  ])
  const page = toHtml(securityPart({ files, secrets: [], dependencies: [], vulnerabilities: [] }, checks))
  expect(page.match(/aria-label="[a-z ]+" title/g)).toEqual(
    ['failed', 'failed', 'warning', 'passed'].map(word => `aria-label="${word}" title`),
  )
  expect(page).toContain('About secrets')
  expect(page).not.toContain('About artefact')
})
