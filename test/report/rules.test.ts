import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import type { RuleOutcome } from '../../src/core/record/decision/rule-outcome.ts'
import { recordPart } from '../../src/report/html/record-section.ts'
import { recordLine, recordSection } from '../../src/report/record-section.ts'
import { rulesBlocks } from '../../src/report/rules-blocks.ts'
import { terminalReport } from '../../src/report/terminal-report.ts'

const waiver = {
  rule: 'psi-income',
  model: `sha256:${'a'.repeat(64)}`,
  reason: 'Seasonal | campaign @everyone',
  owner: '@acme/risk',
  'requested-by': 'alice',
  expires: '2026-12-31',
}
const passed: RuleOutcome = { rule: 'auc-floor', title: 'auc at least 0.8', status: 'passed', reason: 'auc 0.9' }
const failed: RuleOutcome = { ...passed, rule: 'f1-floor', status: 'failed', reason: 'Expected more', hint: 'Improve' }
const waived: RuleOutcome = {
  ...passed,
  rule: 'psi-income',
  status: 'waived',
  unwaived: 'failed',
  reason: 'Expected less',
  waivers: [waiver],
}
const decision = { verdict: 'failed', rules: [passed, waived, failed], waivers: [waiver], notes: [] } as const

describe('a decision', () => {
  it('is told rule by rule, what did not pass first, and what is waived with until when, by whom and why', () => {
    expect(rulesBlocks(decision.rules)).toEqual([
      '',
      '❌ **auc at least 0.8** `f1-floor`  \nFailed: Expected more  \n→ Improve',
      '🔵 **auc at least 0.8** `psi-income`  \nWaived until 2026\\-12\\-31 by @\u2060acme/risk, asked for by alice, because "Seasonal \\| campaign @\u2060everyone"  \nWithout it failed: Expected less',
      '<details>\n<summary>✅ 1 rule passed</summary>\n\n- auc at least 0.8 `auc-floor`: auc 0.9\n\n</details>',
    ])
  })

  it('tells in a line each which gates did not pass: their own parts say more', () => {
    const gate = (name: string) => ({ ...failed, rule: name, title: `${name} has to pass on this model` })
    expect(rulesBlocks([gate('data-validate'), gate('drift-compare')])).toEqual([
      '- ❌ **data\\-validate has to pass on this model**: Expected more\n- ❌ **drift\\-compare has to pass on this model**: Expected more',
    ])
  })

  it('says so on a terminal', () => {
    const lines = terminalReport([], { decision, model: {} }, path => path).map(({ text }) => text)
    expect(lines).toEqual([
      'Refused, failed',
      '    ✘ auc at least 0.8 (f1-floor)',
      '      Failed: Expected more',
      '      → Improve',
      '    ~ auc at least 0.8 (psi-income)',
      '      Waived until 2026-12-31 by @acme/risk, asked for by alice, because "Seasonal | campaign @everyone"',
      '      Without it failed: Expected less',
    ])
  })

  it('says on its page who answers for what is waived, until when, why, and how it would stand without', () => {
    const anchors = { idOf: () => undefined, hrefOf: () => undefined }
    const page = toHtml(recordPart({ decision, model: {} }, [], anchors)).replace(/<\/?(time|strong|div)[^>]*>/g, '')
    expect(page).toContain(
      'Waived until 2026-12-31 by @acme/risk, asked for by alice, because "Seasonal | campaign @everyone"Without it failed: Expected less',
    )
    expect(page).toContain('Expected more→ Improve')
  })

  it('says once what several checks are excepted by', () => {
    const other = { ...waiver, rule: 'drift-compare/income', owner: '@acme/data' }
    const outcome = { ...waived, waivers: [waiver, { ...waiver, rule: 'drift-compare/age' }, other] }
    const told = rulesBlocks([outcome])[1] ?? ''
    expect(told.match(/until 2026/g)).toHaveLength(2)
    expect(told).toContain('acme/risk')
    expect(told).toContain('acme/data')
  })

  it('names in its headline how many waivers a certificate rests on', () => {
    const certified = { ...decision, verdict: 'passed' } as const
    const line = recordLine({ decision: certified, model: { name: 'credit' }, notAfter: '2026-12-31T23:59:59Z' })
    expect(line).toBe('Certified until 2026-12-31, with 1 waiver: credit')
  })

  it('folds away what passed where there is much of it, and keeps every open rule within the limit', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ ...passed, rule: `rule-${i}` }))
    const text = recordSection({ decision: { ...decision, rules: [...many, failed] }, model: {} })
    expect(text).toContain('<summary>✅ 60 rules passed</summary>')
    expect(text.indexOf('f1-floor')).toBeLessThan(text.indexOf('<details>'))
    expect(text).not.toContain('left out')
  })
})
