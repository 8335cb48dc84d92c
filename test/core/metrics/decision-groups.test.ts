import { describe, expect, test } from 'vitest'
import { MOST_SCORES } from '../../../src/core/metrics/check-families.ts'
import { decisionGroups } from '../../../src/core/metrics/decision-groups.ts'
import type { MetricFamily } from '../../../src/core/metrics/metric-family.ts'
import { promotionGroup } from '../../../src/core/metrics/promotion-group.ts'
import { evidence } from '../record/memory.ts'
import { decided, pointer } from './decisions.ts'

const owner = { repo: 'acme/credit', model: 'credit-default' }
const gate = { ...owner, gate: 'model-certify' }
const samplesOf = (families: readonly MetricFamily[] | undefined, name: string) =>
  families?.find(family => family.name === name)?.samples

describe('the metrics of a decision', () => {
  test('are one group for each gate and one for the model; no key has a commit or a version', () => {
    expect(decisionGroups(decided()).map(({ key, whole }) => [key, whole])).toEqual([
      [gate, true],
      [owner, false],
    ])
  })

  test('give the verdict, what was measured and required, the checks by status, and the time', () => {
    const families = decisionGroups(decided())[0]?.families
    expect(samplesOf(families, 'proofmark_gate_passed')).toEqual([{ labels: gate, value: 1 }])
    expect(samplesOf(families, 'proofmark_gate_score')).toEqual([
      { labels: { ...gate, metric: 'auc.floor' }, value: 0.83 },
    ])
    expect(samplesOf(families, 'proofmark_gate_threshold')).toEqual([
      { labels: { ...gate, metric: 'auc.floor', comparator: '>=' }, value: 0.8 },
    ])
    expect(samplesOf(families, 'proofmark_gate_checks')?.map(({ labels, value }) => [labels.status, value])).toEqual([
      ['pass', 1],
      ['warn', 1],
      ['fail', 0],
      ['inconclusive', 0],
    ])
    expect(samplesOf(families, 'proofmark_gate_duration_seconds')).toEqual([{ labels: gate, value: 1 }])
    expect(samplesOf(families, 'proofmark_gate_last_run_timestamp_seconds')).toEqual([
      { labels: gate, value: Date.parse('2026-11-23T05:00:01Z') / 1000 },
    ])
  })

  test('give certificate, expiry and policy of a model that was certified', () => {
    const families = decisionGroups(decided())[1]?.families
    expect(samplesOf(families, 'proofmark_certification_info')).toEqual([
      {
        labels: {
          ...owner,
          version: '3',
          digest: 'a'.repeat(64),
          certificate: 'b'.repeat(64),
          policy: 'c'.repeat(64),
          commit: 'c0ffee0000',
        },
        value: 1,
      },
    ])
    expect(samplesOf(families, 'proofmark_last_certified_timestamp_seconds')).toEqual([
      { labels: owner, value: Date.parse('2026-11-23T06:00:00Z') / 1000 },
    ])
    expect(samplesOf(families, 'proofmark_certificate_expiry_timestamp_seconds')).toEqual([
      { labels: owner, value: Date.parse('2027-02-21T06:00:00Z') / 1000 },
    ])
  })

  test.each(['failed', 'inconclusive'] as const)('that is %s say 0, and nothing of a certificate', verdict => {
    const families = decisionGroups(decided({ verdict, certificate: undefined }))[1]?.families
    expect(families?.map(({ name, samples }) => [name, samples[0]?.value])).toEqual([
      ['proofmark_certification_passed', 0],
      ['proofmark_last_decision_timestamp_seconds', Date.parse('2026-11-23T06:00:00Z') / 1000],
    ])
  })

  test('of a gate that cannot tell say that it did not pass', () => {
    const unsure = evidence('drift-compare', {
      checks: [{ id: 'x', title: 'X', status: 'inconclusive', reason: 'Too few rows' }],
    })
    const families = decisionGroups(decided({ evidence: [unsure] }))[0]?.families
    expect(samplesOf(families, 'proofmark_gate_passed')?.map(({ value }) => value)).toEqual([0])
    expect(samplesOf(families, 'proofmark_gate_verdict')?.map(({ labels, value }) => [labels.verdict, value])).toEqual([
      ['passed', 0],
      ['failed', 0],
      ['inconclusive', 1],
    ])
  })

  test('of a gate that ran alone have no decision on the model', () => {
    expect(decisionGroups(decided({ command: 'model-certify' })).map(({ about }) => about)).toEqual(['model-certify'])
  })

  test('show so many scores of a gate, the failed first, and say how many are left out', () => {
    const checks = Array.from({ length: MOST_SCORES + 5 }, (_, i) => ({
      id: `c${i}`,
      title: 'C',
      status: i === MOST_SCORES + 4 ? ('fail' as const) : ('pass' as const),
      measured: { value: i },
      reason: 'So it is',
    }))
    const families = decisionGroups(decided({ evidence: [evidence('data-validate', { checks })] }))[0]?.families
    const scores = samplesOf(families, 'proofmark_gate_score')
    expect([scores?.length, scores?.[0]?.labels.metric]).toEqual([MOST_SCORES, `c${MOST_SCORES + 4}`])
    expect(samplesOf(families, 'proofmark_gate_scores_left_out')?.map(({ value }) => value)).toEqual([5])
  })

  test('of what has no name are told apart all the same', () => {
    const nameless = decided({ model: {}, evidence: [evidence('data-validate')] })
    expect(decisionGroups(nameless)[1]?.key).toEqual({ repo: 'local', model: 'unnamed' })
    expect(decisionGroups(nameless, 'acme/other')[1]?.key).toEqual({ repo: 'acme/other', model: 'unnamed' })
  })

  test('of a demotion to nothing say so with empty labels', () => {
    const { families, key } = promotionGroup({ pointer: pointer({ kind: 'demotion', to: null }) }, 'acme/credit')
    expect(families.map(({ name, samples }) => [name, samples[0]])).toEqual([
      ['proofmark_production_info', { labels: { ...key, name: '', digest: '', certificate: '' }, value: 1 }],
      ['proofmark_last_demotion_timestamp_seconds', { labels: key, value: Date.parse('2026-11-23T07:00:00Z') / 1000 }],
    ])
  })
})
