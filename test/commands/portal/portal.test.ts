import { expect, it } from 'vitest'
import { disk } from '../../core/record/memory.ts'
import { aCertificate, aRefusal, idOf } from '../../harness/portal/a-certificate.ts'
import { aPortal } from '../../harness/portal/a-portal.ts'
import { driftEvidence } from '../../harness/portal/drift-evidence.ts'
import type { Entered } from '../../harness/portal/log-tree.ts'
import { sha256 } from '../../harness/sha256.ts'

const HOSTILE = '<script>alert(1)</script> | **x** `y` \u001b[31m \u202egnp.exe 🚀 [z](javascript:alert(2))'

const certificate = (
  at: string,
  { name = 'credit-default', version = '1', lost = false, repository = 'acme/credit' } = {},
): Entered => {
  const file = `weights of ${name} ${version}`
  return {
    leaf: { type: 'certificate', at, model: `${name} ${version}`, id: `sha256:${idOf(file)}` },
    document: aCertificate({ name, version, file, at, repository }),
    lost,
  }
}

it('shows every model of a log, its certificates, refusals and drift, on pages that link to each other', async () => {
  const { built, page, files } = await aPortal(
    [
      certificate('2026-05-01T09:00:00Z'),
      certificate('2026-10-01T09:00:00Z', { version: '2' }),
      {
        leaf: {
          type: 'refusal',
          at: '2026-11-01T09:00:00Z',
          model: 'credit-default 2',
          id: `sha256:${idOf('weights of credit-default 2')}`,
        },
        document: aRefusal({ at: '2026-11-01T09:00:00Z', file: 'weights of credit-default 2' }),
      },
      certificate('2026-10-02T09:00:00Z', { name: 'fraud' }),
    ],
    {
      evidence: { 'a/drift-compare.evidence.json': driftEvidence('credit-default', 9, 'weights of credit-default 2') },
    },
  )
  expect(built).toEqual({
    models: 2,
    certificates: 3,
    evidence: 1,
    pages: 6,
    faults: [],
    gaps: 0,
    signatures: { verified: 0, refused: 0, notAsked: 3 },
    exitCode: 0,
  })
  const index = page('index.html').replace(/<\/?time[^>]*>/g, '')
  expect(index).toContain('<a class="to" href="models/credit-default.html">credit-default</a>')
  expect(index).toContain('Version 2: certificate valid until 2026-12-30')
  expect(index).toContain('drift-compare failed on 2026-08-01')
  const model = page('models/credit-default.html')
  expect(model).toContain('expired on 2026-07-30')
  expect(model).toContain('Expected AUC of at least 0.78 but found 0.71')
  expect(model).toContain('income 0.2300 &gt; 0.2')
  // The claim is drawn twice, once for each certificate, with its bar.
  expect(model.match(/class="point pass"/g)?.length).toBeGreaterThanOrEqual(6)
  for (const path of ['data-owner.html', 'ml-engineer.html', 'compliance-officer.html'])
    for (const [, target] of page(path).matchAll(/href="(?!https?:|#)([^"#]+)/g))
      expect([path, target, files.has(`site/${target}`)]).toEqual([path, target, true])
  for (const [, target = ''] of model.matchAll(/(?:href|src)="(?!https?:|#)([^"#]+)/g))
    expect(files.has(`site/${target.replace('../', '')}`)).toBe(true)
})

it('says of a waiver that has ended that it has, and names the columns that failed worst first', async () => {
  const waiver = (name: string, expires: string) => ({
    rule: 'drift-compare',
    name,
    owner: 'risk',
    waiver: sha256(name),
    expires,
  })
  const [at, file] = ['2026-10-01T09:00:00Z', 'weights of credit-default 1']
  const waivers = [waiver('held', '2026-12-15T00:00:00Z'), waiver('over', '2026-11-01T00:00:00Z')]
  const document = JSON.parse(driftEvidence('credit-default', 9, file))
  const columns = Array.from({ length: 9 }, (_, n) => ({
    ...document.result.columns[0],
    column: `column-${n}`,
    status: 'fail',
    effect: 0.3 + n / 10,
  }))
  const { page } = await aPortal(
    [
      {
        leaf: { type: 'certificate', at, model: 'credit-default 1', id: `sha256:${idOf(file)}` },
        document: aCertificate({ name: 'credit-default', version: '1', file, at, waivers }),
      },
    ],
    {
      evidence: {
        'a/drift-compare.evidence.json': JSON.stringify({ ...document, result: { ...document.result, columns } }),
      },
    },
  )
  const lines = page('compliance-officer.html').match(/<tr role="row"><td[^>]*class="sign".*?<\/tr>/g) ?? []
  const told = (name: string) =>
    lines
      .find(line => line.includes(`drift-compare: ${name}`))
      ?.replace(/<[^>]*aria-label="(\w+)"[^>]*>/g, ' $1 ')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
  expect(told('held')).toMatch(/^ warning ! .* risk 2026-12-15 /)
  expect(told('over')).toMatch(/^ expired – .* risk ended on 2026-11-01 /)
  expect(page('models/credit-default.html').replace(/<[^>]+>/g, '')).toContain(
    'column-8 1.100 &gt; 0.2, column-7 1 &gt; 0.2, column-6 0.9000 &gt; 0.2, column-5 0.8000 &gt; 0.2, column-4 0.7000 &gt; 0.2, and 4 more',
  )
})

it('says which entries have no document, and makes nothing up for them', async () => {
  const { built, page } = await aPortal([certificate('2026-10-01T09:00:00Z', { lost: true })])
  expect(built).toMatchObject({ models: 1, gaps: 1, exitCode: 0 })
  expect(page('index.html')).toContain('has 1 gap: ')
  expect(page('index.html')).toContain('certificate of 2026-10-01, credit-default 1')
  expect(page('models/credit-default.html')).toContain('unknown: the log does not keep its text')
})

it('shows nothing of a log that is not believed, says why, and does not end well', async () => {
  const { built, page } = await aPortal([certificate('2026-10-01T09:00:00Z')], {
    tamper: { 'tile/entries/000.p/1': 'x' },
  })
  expect(built).toMatchObject({ models: 0, certificates: 0, exitCode: 1 })
  expect(built.faults[0]?.message).toMatch(/^CORRUPT: /)
  expect(page('index.html')).toContain('is not believed, and nothing of it is shown.')
  expect(page('index.html')).toContain('CORRUPT: ')
  expect(page('index.html')).not.toContain('credit-default')
})

it('shows the verdict alone of evidence that another version wrote, and names what it cannot read', async () => {
  const now = JSON.parse(driftEvidence('credit-default', 9, 'weights of credit-default 1'))
  const older = { ...now, schema: 'https://proofmark.dev/evidence/v0', tool: { name: 'proofmark', version: '0.0.3' } }
  const { built, page } = await aPortal([certificate('2026-10-01T09:00:00Z')], {
    evidence: {
      'a/drift-compare.evidence.json': JSON.stringify(older),
      'b/data-validate.evidence.json': '{"gate": 7}',
      'c/security-scan.evidence.json': 'no json',
      'd/drift-compare.evidence.json': driftEvidence('other', 1, 'weights of another'),
    },
  })
  expect(built.evidence).toBe(2)
  expect(page('index.html')).toContain('1 evidence file of an older version')
  expect(page('index.html')).toContain('2 evidence files could not be read.')
  expect(page('index.html')).toContain('1 evidence file about no model that a log knows')
  expect(page('models/credit-default.html')).toContain(
    'was written by proofmark 0.0.3 in a form that this version does not read',
  )
})

it('shows names as text, whatever they hold, and gives each model a page of its own', async () => {
  const long = 'n'.repeat(390)
  const { built, page, files } = await aPortal([
    certificate('2026-10-01T09:00:00Z', { name: HOSTILE, repository: HOSTILE }),
    certificate('2026-10-02T09:00:00Z', { name: long }),
    certificate('2026-10-03T09:00:00Z', { name: 'модель' }),
    certificate('2026-10-04T09:00:00Z', { name: '模型' }),
  ])
  expect(built.models).toBe(4)
  const paths = [...files.keys()].filter(path => path.startsWith('site/models/'))
  expect(paths).toHaveLength(4)
  for (const path of paths) expect(path).toMatch(/^site\/models\/[a-z0-9-]{1,70}\.html$/)
  for (const path of [...files.keys()].filter(name => name.endsWith('.html'))) {
    const text = page(path.slice('site/'.length))
    expect(text.match(/<script[^>]*>/g)?.map(tag => tag.replace('../', ''))).toEqual(['<script src="portal.js" defer>'])
    expect(text).not.toMatch(/[\u001b\u202e]/)
    expect(text).not.toMatch(/href="javascript:/)
    expect(text.replace(/="[^"]*"/g, '')).not.toMatch(/ style| on[a-z]+=/)
  }
})

it('takes away pages of models that are no more, and nothing else', async () => {
  const files = disk({ 'site/CNAME': 'models.acme.example' })
  await aPortal([certificate('2026-10-01T09:00:00Z'), certificate('2026-10-02T09:00:00Z', { name: 'fraud' })], {
    files,
  })
  expect(files.has('site/models/fraud.html')).toBe(true)
  await aPortal([certificate('2026-10-01T09:00:00Z')], { files })
  expect([...files.keys()].toSorted()).toEqual(
    [
      'CNAME',
      'compliance-officer.html',
      'data-owner.html',
      'feed.xml',
      'index.html',
      'ml-engineer.html',
      'models/credit-default.html',
      'portal.css',
      'portal.js',
      'portal.json',
    ].map(name => `site/${name}`),
  )
})

it('builds an empty site of an empty log', async () => {
  const { built, page } = await aPortal([])
  expect(built).toMatchObject({ models: 0, pages: 4, exitCode: 0 })
  expect(page('index.html')).toContain('None yet: the logs hold no certificate and no refusal.')
})
