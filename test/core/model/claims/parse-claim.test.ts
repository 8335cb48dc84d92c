import { describe, expect, it } from 'vitest'
import { parseClaim } from '../../../../src/core/model/claims/parse-claim.ts'
import { binary } from '../../../../src/core/model/tasks/binary.ts'
import { UserError } from '../../../../src/core/user-error.ts'
import { onMetric } from './on-metric.ts'

describe('a claim that can be read', () => {
  it.each([
    ['auc >= 0.80', { kind: 'floor', metric: 'auc', value: 0.8 }],
    ['ROC_AUC>=.8', { kind: 'floor', metric: 'auc', value: 0.8 }],
    ['roc auc ≥ 8e-1', { kind: 'floor', metric: 'auc', value: 0.8 }],
    ['log-loss <= 0.5', { kind: 'ceiling', metric: 'log-loss', value: 0.5 }],
    ['Log Loss ≤ 0.5', { kind: 'ceiling', metric: 'log-loss', value: 0.5 }],
    ['F1-score >= 0.6', { kind: 'floor', metric: 'f1', value: 0.6 }],
    ['sensitivity >= 0.9', { kind: 'floor', metric: 'recall', value: 0.9 }],
    ['  balanced accuracy  >= 0.7 ', { kind: 'floor', metric: 'balanced-accuracy', value: 0.7 }],
    ['auc <= 0.999', { kind: 'ceiling', metric: 'auc', value: 0.999 }],
    ['accuracy no worse than champion', { kind: 'no-worse-than-champion', metric: 'accuracy', margin: undefined }],
    ['AUC No Worse Than Champion By 0.02', { kind: 'no-worse-than-champion', metric: 'auc', margin: 0.02 }],
    ['brier no-worse-than champion by 0', { kind: 'no-worse-than-champion', metric: 'brier', margin: 0 }],
  ])('%s', (text, expected) => {
    const { metric, ...claim } = onMetric(text)
    expect({ ...claim, metric: metric.id }).toEqual({ ...expected, text })
  })
})

const ids = binary.metrics.map(({ id }) => id).toSorted()

describe('a claim that cannot be read', () => {
  const refusal = (text: string, task = binary): UserError => {
    try {
      parseClaim(text, task)
    } catch (error) {
      if (error instanceof UserError) return error
    }
    throw new Error(`'${text}' was read`)
  }

  it.each([
    [
      'acuracy >= 0.8',
      'claims.unknown-metric',
      `Unknown metric 'acuracy' (claim "acuracy >= 0.8", column 1): did you mean 'accuracy'?`,
    ],
    [
      'log los <= 0.5',
      'claims.unknown-metric',
      `Unknown metric 'log' (claim "log los <= 0.5", column 1): did you mean 'log-loss'?`,
    ],
    ['rmse <= 2', 'claims.unknown-metric', `Unknown metric 'rmse' (claim "rmse <= 2", column 1)`],
    ['', 'claims.syntax', `Expected the name of a metric but found nothing (claim "", column 1)`],
    ['>= 0.8', 'claims.syntax', `Expected the name of a metric but found '>=' (claim ">= 0.8", column 1)`],
    [
      'auc',
      'claims.syntax',
      `Expected '>=', '<=' or 'no worse than champion' after 'auc' but found nothing (claim "auc", column 4)`,
    ],
    [
      'auc > 0.8',
      'claims.syntax',
      `Expected '>=', '<=' or 'no worse than champion' after 'auc' but found '>' (claim "auc > 0.8", column 5): did you mean '>='?`,
    ],
    [
      'auc not worse than champion',
      'claims.syntax',
      `Expected '>=', '<=' or 'no worse than champion' after 'auc' but found 'not' (claim "auc not worse than champion", column 5): did you mean 'no'?`,
    ],
    [
      'auc no wrose than champion',
      'claims.syntax',
      `Expected 'worse' but found 'wrose' (claim "auc no wrose than champion", column 8): did you mean 'worse'?`,
    ],
    [
      'auc no worse than chmpion',
      'claims.syntax',
      `Expected 'champion' but found 'chmpion' (claim "auc no worse than chmpion", column 19): did you mean 'champion'?`,
    ],
    [
      'auc no worse than champion by',
      'claims.syntax',
      `Expected a number after 'by' but found nothing (claim "auc no worse than champion by", column 30)`,
    ],
    ['auc >= high', 'claims.syntax', `Expected a number after '>=' but found 'high' (claim "auc >= high", column 8)`],
    ['auc >= 0.8x', 'claims.syntax', `Expected a number after '>=' but found '0.8x' (claim "auc >= 0.8x", column 8)`],
    [
      'auc >= 0.8 and f1 >= 0.5',
      'claims.syntax',
      `Expected the claim to end but found 'and' (claim "auc >= 0.8 and f1 >= 0.5", column 12)`,
    ],
    [
      'auc >= 80',
      'claims.out-of-range',
      `Expected a floor above 0 and at most 1 but found 80 (claim "auc >= 80", column 8)`,
    ],
    [
      'auc >= 0',
      'claims.out-of-range',
      `Expected a floor above 0 and at most 1 but found 0 (claim "auc >= 0", column 8)`,
    ],
    [
      'brier <= 1',
      'claims.out-of-range',
      `Expected a ceiling at least 0 and below 1 but found 1 (claim "brier <= 1", column 10)`,
    ],
    [
      'auc no worse than champion by 2',
      'claims.out-of-range',
      `Expected a margin of at least 0 and below 1 but found 2 (claim "auc no worse than champion by 2", column 31)`,
    ],
    [
      'auc no worse than champion by -0.01',
      'claims.out-of-range',
      `Expected a margin of at least 0 and below 1 but found -0.01 (claim "auc no worse than champion by -0.01", column 31)`,
    ],
  ])('%s', (text, code, message) => {
    const error = refusal(text)
    expect(error.code).toBe(code)
    expect(error.message).toBe(message)
    expect(error.kind).toBe('input')
    expect(error.hint).toBeTruthy()
  })

  it.each([
    ['auc >= 80', 'Give a proportion, e.g. 0.8'],
    ['auc >= 80%', 'Give a proportion, e.g. 0.80 for 80 %'],
    ['auc >= 0,80', 'Write decimals with a point, e.g. 0.80'],
    ['rmse <= 2', `Metrics: ${ids.join(', ')}`],
    ['auc at 0.8', 'Write a claim like "auc >= 0.80" or "auc no worse than champion by 0.01"'],
  ])('%s: the hint says how', (text, hint) => {
    expect(refusal(text).hint).toBe(hint)
  })

  it('a metric without a paired method cannot be compared with the champion', () => {
    const metrics = binary.metrics.map(metric => ({ ...metric, comparable: metric.id !== 'f1' }))
    const error = refusal('f1 no worse than champion', { ...binary, metrics })
    expect(error.code).toBe('claims.unsupported')
    expect(error.message).toContain(`'f1' has no paired method`)
    expect(error.hint).toBe(`These can be compared: ${ids.filter(id => id !== 'f1').join(', ')}`)
  })
})
