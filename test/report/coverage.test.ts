import { expect, it } from 'vitest'
import { LIMITS } from '../../src/core/security/limits.ts'
import type { ScannedFile } from '../../src/core/security/result.ts'
import { coverage } from '../../src/report/figures/coverage.ts'
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
  const lines = coverage({ files, skipped: [{ path: 'x/.git', reason: 'left out of every folder' }] }, 60).split('\n')
  expect(lines[1]).toBe('<summary>3 files scanned, 2 undecided, 1 passed over</summary>')
  expect(lines.slice(5, 9)).toEqual([
    '| 🟡 | `b.zip` | zip | 4.00 kB |  |  | Expected a \\| kind |',
    '| 🟡 | `c.pkl` | pickle | 4.00 kB |  |  | its time ran out |',
    '| ✅ | `a.pkl` | pickle | 4.00 kB |  |  |  |',
    '| ➖ | `x/.git` | passed over |  |  |  | left out of every folder |',
  ])
})

it.each(LIMITS)('says in words that the reading ended by %s', limit => {
  const row = coverage({ files: [file('a', { status: 'inconclusive', reason: 'Expected …', limit })] }, 1).split(
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
