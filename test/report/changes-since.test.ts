import { describe, expect, it } from 'vitest'
import type { Check, Evidence } from '../../src/core/evidence.ts'
import { changesSince } from '../../src/core/record/decision/changes-since.ts'
import type { DataSince } from '../../src/core/record/decision/data-since.ts'
import { CERTIFICATE_EXTENSION } from '../../src/core/record/statement/identifiers.ts'
import { readCertificate } from '../../src/core/record/statement/read-certificate.ts'
import { changesSinceBlock } from '../../src/report/changes-since.ts'
import { anchorsOf } from '../../src/report/html/anchors.ts'
import { recordPart } from '../../src/report/html/record-section.ts'
import { recordSection } from '../../src/report/record-section.ts'
import { terminalReport } from '../../src/report/terminal-report.ts'
import { aCertificate, idOf } from '../harness/portal/a-certificate.ts'
import { sha256 } from '../harness/sha256.ts'
import { certified } from './some-evidence.ts'

const certificate = () => {
  const read = readCertificate(aCertificate({ at: '2026-10-01T09:00:00Z', auc: 0.82 }))
  if (!read) throw new Error('no certificate')
  return read
}

const claim = (id: string, title: string, value: number | null): Check => ({
  id,
  title,
  status: 'pass',
  measured: { value },
  required: { comparator: '>=', value: 0.7 },
  reason: 'It holds',
})

const material = (name: string, text = `credit-default ${name}`): Evidence['materials'][number] => ({
  name,
  role: 'data',
  digest: { sha256: sha256(text) },
  bytes: 9,
})

const now: Evidence = {
  ...certified([claim('auc.floor', 'AUC at least 0.78', 0.8), claim('new.floor', 'Something new', 0.9)]),
  materials: [material('applications.csv'), material('predictions.csv', 'others'), material('extra.csv')],
}

it('tells claims before and now, what is no longer claimed, and which files are others', () => {
  const since = changesSince(certificate(), idOf('weights 2'), [now], new Set())
  expect(since).toEqual({
    version: '1',
    at: '2026-10-01T09:00:00Z',
    isSameModel: false,
    claims: [{ title: 'AUC at least 0.78', before: 0.82, now: 0.8 }],
    dropped: ['Accuracy at least 0.75', 'AUC no worse than champion (margin 0.01)'],
    files: {
      changed: ['predictions.csv'],
      added: ['extra.csv'],
      gone: ['contract.odcs.yaml', 'train.csv', 'holdout.csv'],
    },
  })
  const block = changesSinceBlock(since)
  expect(block).toContain(
    '**Since the certificate of 1, 2026-10-01**: the model is another; changed: `predictions.csv`',
  )
  expect(block).toContain('| AUC at least 0.78 | 0.8200 | 0.8000 | −0.0200 |')
})

it.each([
  [0.82 - 0.03, 0.79, '='],
  [0.79, 0.8, '+0.0100'],
  [0.8, null, 'another'],
  [true, true, ''],
])('tells the change from %s to %s as %j', (before, now, change) => {
  const since = changesSince(certificate(), idOf('weights 1'), [], new Set())
  const block = changesSinceBlock({ ...since, claims: [{ title: 'AUC', before, now }] })
  expect(block.split('\n').at(-1)).toMatch(new RegExp(`\\| ${change.replace('+', '\\+')} \\|$`))
})

it('takes an object of lakeFS on another branch for the same file', () => {
  const before = certificate()
  const [first] = before.predicate[CERTIFICATE_EXTENSION].data
  if (!first) throw new Error('no data')
  const at = (branch: string, text: string) => material(`lakefs://loans/${branch}/data/a.csv`, text)
  before.predicate[CERTIFICATE_EXTENSION].data = [at('main', 'one')]
  const files = (text: string) =>
    changesSince(before, idOf('weights 1'), [{ ...now, materials: [at('feature', text)] }], new Set()).files
  expect(files('one')).toEqual({ changed: [], added: [], gone: [] })
  expect(files('two')).toEqual({ changed: ['lakefs://loans/feature/data/a.csv'], added: [], gone: [] })
})

describe('data that lakeFS has at another commit than was certified', () => {
  const moved = { repository: 'loans', before: 'a'.repeat(64), now: 'b'.repeat(64) }
  const nothing = { changed: [], added: [], removed: [], unread: 0 }
  const line = (data: DataSince) => {
    const since = { ...changesSince(certificate(), idOf('weights 2'), [now], new Set()), data: [data] }
    const decision = { verdict: 'passed', rules: [], waivers: [], notes: [] } as const
    const told = terminalReport([], { decision, model: {}, since }, String).map(({ text }) => text)
    const page = recordPart({ decision, model: {}, since }, [], anchorsOf([])).children.map(child =>
      'children' in child ? child.children[0] : child,
    )
    expect(page).toContainEqual({ type: 'text', value: told[1]?.trim() })
    return [changesSinceBlock(since).split('\n').at(-1), told[1]?.trim()]
  }

  it('is told by what differs of what gates read, and by how much else', () => {
    const [markdown, terminal] = line({
      ...moved,
      ...nothing,
      changed: ['data/a.csv'],
      added: ['data/1', 'data/2', 'data/3', 'data/4', 'data/5', 'data/6'],
      unread: 2,
    })
    expect(markdown).toBe(
      '- Data of `lakefs://loans` was certified at `aaaaaaaaaaaa` and is read at `bbbbbbbbbbbb`: changed: `data/a.csv`; ' +
        'new: `data/1`, `data/2`, `data/3`, `data/4`, `data/5` and 1 more; 2 objects differ that no gate reads',
    )
    expect(terminal).toBe(markdown?.slice(2).replaceAll('`', ''))
  })

  it('is told where nothing differs, and where lakeFS does not say', () => {
    expect(line({ ...moved, ...nothing })[1]).toMatch(/bbbbbbbbbbbb: the same objects$/)
    expect(line({ ...moved, ...nothing, removed: ['data/a.csv'], unread: 1 })[1]).toMatch(
      /: removed: data\/a\.csv; 1 object differs that no gate reads$/,
    )
    const [markdown, terminal] = line({ ...moved, unknown: 'Expected <lakeFS> to answer' })
    expect(markdown).toMatch(/; what differs cannot be told: Expected &lt;lakeFS&gt; to answer$/)
    expect(terminal).toMatch(/; what differs cannot be told: Expected <lakeFS> to answer$/)
  })
})

it('stands in the part of the certification, of a refusal as of a certificate', () => {
  const since = changesSince(certificate(), idOf('weights 2'), [now], new Set())
  const decision = { verdict: 'failed', rules: [], waivers: [], notes: [] } as const
  const section = recordSection({ decision, model: { name: 'credit-default', version: '2' }, since })
  expect(section).toContain('### ❌ audit-record')
  expect(section).toContain(changesSinceBlock(since))
  expect(recordSection({ decision, model: {} })).not.toContain('Since the certificate')
})

it('tells nothing of confidential gates', () => {
  expect(changesSince(certificate(), idOf('weights 1'), [now], new Set(['model-certify']))).toMatchObject({
    isSameModel: true,
    claims: [],
    dropped: [],
    files: { changed: [], added: [], gone: [] },
  })
})

it('takes what a certificate says for text', () => {
  const hostile = { title: '[x](javascript:alert(1)) | <b>', before: '`a`|<i>', now: true } as const
  const block = changesSinceBlock({
    version: '<script>',
    at: '2026-10-01T09:00:00Z',
    isSameModel: false,
    claims: [hostile],
    dropped: Array.from({ length: 9 }, (_, n) => `claim ${n}`),
    files: { changed: [], added: [], gone: [] },
  })
  expect(block).not.toMatch(/<script>|<b>|<i>|\]\(javascript/)
  expect(block).toContain('and 4 more')
})
