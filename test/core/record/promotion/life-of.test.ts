import { beforeAll, describe, expect, it } from 'vitest'
import { auditRecord } from '../../../../src/commands/audit-record.ts'
import type { Leaf } from '../../../../src/core/record/log/leaf.ts'
import { chooseModels } from '../../../../src/core/record/promotion/choose-models.ts'
import { duesOf } from '../../../../src/core/record/promotion/dues-of.ts'
import type { Life } from '../../../../src/core/record/promotion/life.ts'
import { lifeOf } from '../../../../src/core/record/promotion/life-of.ts'
import {
  POINTER_SCHEMA,
  type Pointer,
  pointerText,
  readPointer,
} from '../../../../src/core/record/promotion/pointer.ts'
import { pointerLeaf, revocationLeaf } from '../../../../src/core/record/promotion/pointer-leaf.ts'
import { REVOCATION_SCHEMA, revocationText } from '../../../../src/core/record/promotion/revocation.ts'
import { LIFE } from '../../../report/life/example.ts'
import { disk, evidence, memoryPorts, settingsWith, sha256, subjectOf } from '../memory.ts'

const NOW = new Date('2026-12-01T00:00:00Z')
const TARGET = 'folder:/srv/credit'
const ids: Record<string, string> = {}
const certificates: Record<string, string> = {}

/** Certificates of two versions, made at 2026-11-23T06:00:00Z for 90 days. */
beforeAll(async () => {
  const { privateKey } = await memoryPorts(disk()).signing.generate('p256')
  for (const version of ['1', '2']) {
    const model = { 'weights.bin': `weights ${version}` }
    const files = disk({
      ...model,
      'out/data-validate.evidence.json': JSON.stringify(evidence('data-validate', { subject: subjectOf(model) })),
    })
    const settings = settingsWith({
      model: { name: 'credit', version, files: Object.keys(model) },
      policy: { require: ['data-validate'] },
    })
    await auditRecord(settings, { out: 'out', privateKey }, memoryPorts(files))
    certificates[version] = new TextDecoder().decode(files.get('out/certificate.sigstore.json'))
    ids[version] = sha256(files.get('out/SHA256SUMS') ?? '')
  }
})

/** A log of these documents: each becomes a leaf at its time. */
function log(...written: { leaf: Leaf; text?: string }[]) {
  const documents = new Map(
    written.flatMap(({ leaf, text }) => (text === undefined ? [] : [[leaf.document, text] as const])),
  )
  return { leaves: written.map(({ leaf }) => leaf), documents }
}

const certified = (version: string, at = '2026-11-23T06:00:00Z', kept = true) => {
  const text = certificates[version] ?? ''
  const leaf: Leaf = {
    v: 1,
    type: 'certificate',
    at,
    model: `credit ${version}`,
    id: `sha256:${ids[version]}`,
    document: `sha256:${sha256(text)}`,
  }
  return kept ? { leaf, text } : { leaf }
}
const pointed = (version: string | undefined, at: string, parts: Partial<Pointer> = {}) => {
  const to =
    version === undefined
      ? null
      : { name: `credit ${version}`, id: ids[version] ?? '', certificate: sha256(certificates[version] ?? '') }
  const pointer: Pointer = { schema: POINTER_SCHEMA, kind: 'promotion', target: TARGET, to, from: null, at, ...parts }
  const text = pointerText(pointer)
  return { leaf: pointerLeaf(pointer, sha256(text)), text }
}
const revoked = (version: string, at: string) => {
  const revocation = {
    schema: REVOCATION_SCHEMA,
    certificate: sha256(certificates[version] ?? ''),
    reason: 'wrong labels',
    at,
  }
  const text = revocationText(revocation)
  return { leaf: revocationLeaf(revocation, sha256(text)), text }
}
const lives = (...written: Parameters<typeof log>) => {
  const { leaves, documents } = log(...written)
  return lifeOf(leaves, documents, NOW)
}

describe('lives are told from the log', () => {
  it('with certificates, stays and where production points', () => {
    const life = lives(
      certified('1'),
      pointed('1', '2026-11-24T00:00:00Z', { by: 'alice', reason: 'CHG-1' }),
      certified('2', '2026-11-25T00:00:00Z'),
      pointed('2', '2026-11-26T00:00:00Z'),
      pointed('1', '2026-11-27T00:00:00Z', { kind: 'demotion', reason: 'INC-9' }),
    )
    expect(life.models.map(({ name, stays }) => ({ name, stays }))).toEqual([
      {
        name: 'credit 1',
        stays: [
          {
            target: TARGET,
            kind: 'promotion',
            from: '2026-11-24T00:00:00Z',
            until: '2026-11-26T00:00:00Z',
            by: 'alice',
            reason: 'CHG-1',
          },
          { target: TARGET, kind: 'demotion', from: '2026-11-27T00:00:00Z', reason: 'INC-9' },
        ],
      },
      {
        name: 'credit 2',
        stays: [{ target: TARGET, kind: 'promotion', from: '2026-11-26T00:00:00Z', until: '2026-11-27T00:00:00Z' }],
      },
    ])
    expect(life.models[0]?.certificates).toEqual([
      {
        sha256: sha256(certificates['1'] ?? ''),
        at: '2026-11-23T06:00:00Z',
        notBefore: '2026-11-23T06:00:00Z',
        notAfter: '2027-02-21T06:00:00Z',
        reviewBy: '2027-01-22',
        state: 'valid',
      },
    ])
    expect(life.targets).toMatchObject([{ target: TARGET, to: { name: 'credit 1' }, at: '2026-11-27T00:00:00Z' }])
    expect(life.targets[0]).not.toHaveProperty('problem')
  })

  it('down to nothing in production', () => {
    const life = lives(
      certified('1'),
      pointed('1', '2026-11-24T00:00:00Z'),
      pointed(undefined, '2026-11-25T00:00:00Z', { kind: 'demotion' }),
    )
    expect(life.targets).toMatchObject([{ target: TARGET, to: null }])
    expect(life.models[0]?.stays).toMatchObject([{ until: '2026-11-25T00:00:00Z' }])
  })

  it('with what is wrong in production', () => {
    const standing = pointed('1', '2026-11-24T00:00:00Z')
    expect(lives(certified('1'), standing, revoked('1', '2026-11-25T00:00:00Z')).targets).toMatchObject([
      { problem: 'revoked' },
    ])
    expect(lives(standing).targets).toMatchObject([{ problem: 'uncertified' }])
    const { leaves, documents } = log(certified('1'), standing)
    expect(lifeOf(leaves, documents, new Date('2027-03-01T00:00:00Z')).targets).toMatchObject([{ problem: 'expired' }])
    expect(lives(certified('1', undefined, false), standing).models[0]?.certificates).toMatchObject([
      { state: 'unknown' },
    ])
  })

  it('with refusals, waivers, approvals and reviews, by what their documents say', () => {
    const event = (type: Leaf['type'], at: string, said: object) => {
      const text = JSON.stringify(said)
      const leaf: Leaf = {
        v: 1,
        type,
        at,
        model: 'credit 1',
        id: `sha256:${ids['1']}`,
        document: `sha256:${sha256(text)}`,
      }
      return { leaf, text }
    }
    const life = lives(
      event('refusal', '2026-11-20T00:00:00Z', {}),
      event('waiver', '2026-11-21T00:00:00Z', {
        rule: 'psi-income',
        requestedBy: 'alice',
        expires: '2026-12-31T00:00:00Z',
        reason: 'season',
      }),
      event('approval', '2026-11-22T00:00:00Z', { role: 'compliance', actor: 'carol' }),
      event('approval', '2026-11-23T00:00:00Z', ['no object']),
      event('policy', '2026-11-23T00:00:00Z', {}),
    )
    expect(life.models[0]?.events).toEqual([
      { type: 'refusal', at: '2026-11-20T00:00:00Z', text: '' },
      {
        type: 'waiver',
        at: '2026-11-21T00:00:00Z',
        until: '2026-12-31T00:00:00Z',
        text: 'psi-income, by alice, season',
      },
      { type: 'approval', at: '2026-11-22T00:00:00Z', text: 'compliance, by carol' },
      { type: 'approval', at: '2026-11-23T00:00:00Z', text: '' },
    ])
  })

  it('of those models that are asked for', () => {
    const names = (life: Life) => life.models.map(({ name }) => name)
    expect(names(chooseModels(LIFE, 'credit-default'))).toHaveLength(3)
    expect(names(chooseModels(LIFE, 'credit-default 2'))).toEqual(['credit-default 2'])
    expect(names(chooseModels(LIFE, '333333'))).toEqual(['credit-default 3'])
    expect(names(chooseModels(LIFE, 'credit'))).toEqual([])
    expect(chooseModels(LIFE, 'credit-default 2').targets.map(({ target }) => target)).toEqual([
      'folder:/srv/models/credit',
    ])
  })
})

it('tells what is due for models in production, soonest first, a month ahead', () => {
  expect(duesOf(LIFE).map(({ what, at, overdue }) => [what, at, overdue])).toEqual([
    ['its review is due', '2026-12-15T00:00:00Z', false],
    ['a waiver ends (psi-income, by alice, seasonal campaign <RISK-218>)', '2026-12-20T00:00:00Z', false],
  ])
  const later = duesOf({ ...LIFE, now: '2027-03-01T00:00:00Z' })
  expect(later.map(({ overdue }) => overdue)).toEqual([true, true, false])
  expect(duesOf({ ...LIFE, targets: [] })).toEqual([])
})

it.each([
  ['2026-12-15', '2026-12-15T23:59:59Z', false],
  ['2026-12-15', '2026-12-16T00:00:00Z', true],
  ['2026-12-15T06:00:00Z', '2026-12-15T06:00:00Z', true],
])('a review by %s is overdue at %s: %s', (reviewBy, now, overdue) => {
  const models = LIFE.models.map(model => ({
    ...model,
    certificates: model.certificates.map(certificate => ({ ...certificate, reviewBy })),
  }))
  const review = duesOf({ ...LIFE, models, now }).find(({ what }) => what === 'its review is due')
  expect(review).toMatchObject({ at: reviewBy, overdue })
})

describe('a pointer', () => {
  const to = { name: 'credit 1', id: 'a'.repeat(64), certificate: 'b'.repeat(64) }
  const pointer: Pointer = {
    schema: POINTER_SCHEMA,
    kind: 'promotion',
    target: TARGET,
    to,
    from: null,
    at: '2026-12-01T00:00:00Z',
  }

  it('has one spelling', () => {
    expect(readPointer(pointerText(pointer))).toEqual({ pointer })
    expect(readPointer(` ${pointerText(pointer)}`)).toEqual({ reason: 'one that is not canonical JSON' })
    expect(readPointer(JSON.stringify(pointer))).toEqual({ reason: 'one that is not canonical JSON' })
  })

  it.each([
    ['', 'no JSON'],
    ['{}', 'one whose schema is wrong'],
    [pointerText(pointer).replace('"from":null', '"from":null,"latest":true'), 'one whose form is wrong'],
    [pointerText(pointer).replace('promotion"', 'deletion"'), 'one whose kind is wrong'],
    [
      pointerText({ ...pointer, kind: 'demotion', to: null }).replace('demotion"', 'promotion"'),
      'A promotion names a model',
    ],
  ])('is not %j', (text, reason) => {
    expect(readPointer(text)).toEqual({ reason: expect.stringContaining(reason) })
  })
})
