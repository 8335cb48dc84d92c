import type { Life } from '../../../src/core/record/promotion/life.ts'
import type { LifeReport } from '../../../src/report/life/told.ts'

const id = (letter: string) => letter.repeat(64)
const REVOCATION = {
  schema: 'https://proofmark.dev/revocation/v1',
  certificate: id('b'),
  reason: 'Labels of March were wrong (INC-42)',
  by: 'carol',
  at: '2026-09-18T09:00:00Z',
} as const

/** Three versions of one model: one retired, one revoked, one in production with a waiver. */
export const LIFE: Life = {
  now: '2026-11-30T12:00:00Z',
  revocations: [REVOCATION],
  models: [
    {
      id: id('1'),
      name: 'credit-default 1',
      certificates: [
        {
          sha256: id('a'),
          at: '2026-03-02T08:00:00Z',
          notBefore: '2026-03-02T08:00:00Z',
          notAfter: '2026-08-29T08:00:00Z',
          state: 'expired',
        },
      ],
      stays: [
        {
          target: 'folder:/srv/models/credit',
          kind: 'promotion',
          from: '2026-03-03T10:00:00Z',
          until: '2026-07-06T09:00:00Z',
          by: 'alice',
        },
      ],
      events: [{ type: 'approval', at: '2026-03-02T15:00:00Z', text: 'compliance, by carol' }],
    },
    {
      id: id('2'),
      name: 'credit-default 2',
      certificates: [
        {
          sha256: id('b'),
          at: '2026-07-01T08:00:00Z',
          notBefore: '2026-07-01T08:00:00Z',
          notAfter: '2026-12-28T08:00:00Z',
          state: 'revoked',
          revocation: REVOCATION,
        },
      ],
      stays: [
        {
          target: 'folder:/srv/models/credit',
          kind: 'promotion',
          from: '2026-07-06T09:00:00Z',
          until: '2026-09-18T09:20:00Z',
          by: 'alice',
          reason: 'CHG-118',
        },
      ],
      events: [
        { type: 'refusal', at: '2026-06-20T08:00:00Z', text: '' },
        { type: 'approval', at: '2026-07-02T11:00:00Z', text: 'compliance, by carol' },
        { type: 'approval', at: '2026-07-02T12:00:00Z', text: 'data-owner, by dave' },
      ],
    },
    {
      id: id('3'),
      name: 'credit-default 3',
      certificates: [
        {
          sha256: id('c'),
          at: '2026-09-25T08:00:00Z',
          notBefore: '2026-09-25T08:00:00Z',
          notAfter: '2027-03-24T08:00:00Z',
          reviewBy: '2026-12-15T00:00:00Z',
          state: 'valid',
        },
      ],
      stays: [
        {
          target: 'folder:/srv/models/credit',
          kind: 'promotion',
          from: '2026-09-26T10:00:00Z',
          by: 'alice',
          reason: 'CHG-131',
        },
        { target: 's3://models-of-acme/credit', kind: 'promotion', from: '2026-10-12T10:00:00Z', by: 'bob' },
      ],
      events: [
        { type: 'approval', at: '2026-09-25T15:00:00Z', text: 'compliance, by carol' },
        {
          type: 'waiver',
          at: '2026-09-25T09:00:00Z',
          until: '2026-12-20T00:00:00Z',
          text: 'psi-income, by alice, seasonal campaign <RISK-218>',
        },
        { type: 'review', at: '2026-11-10T09:00:00Z', text: 'by carol' },
      ],
    },
  ],
  targets: [
    {
      target: 'folder:/srv/models/credit',
      to: { id: id('3'), name: 'credit-default 3' },
      at: '2026-09-26T10:00:00Z',
      pointer: id('d'),
    },
    {
      target: 's3://models-of-acme/credit',
      to: { id: id('3'), name: 'credit-default 3' },
      at: '2026-10-12T10:00:00Z',
      pointer: id('e'),
    },
  ],
}

export const REPORT: LifeReport = {
  log: 'acme/governance@proofmark-log',
  life: LIFE,
  targets: LIFE.targets.map((target, n) =>
    n === 0
      ? { ...target, verdict: 'passed', found: 'it points where the log says, at the certified bytes' }
      : {
          ...target,
          verdict: 'failed',
          found:
            'drift: it points at credit-default 2 (222222222222…), since 2026-11-29T03:00:00Z, which is not the log’s last word',
        },
  ),
  dues: [
    { model: 'credit-default 3', what: 'its review is due', at: '2026-12-15T00:00:00Z', overdue: false },
    {
      model: 'credit-default 3',
      what: 'a waiver ends (psi-income, by alice)',
      at: '2026-12-20T00:00:00Z',
      overdue: false,
    },
  ],
}
