import { fisherExact, newcombe } from '../../stats/index.ts'
import { percent } from '../figure.ts'
import { folded } from '../folded.ts'
import { defineMethod } from '../method.ts'

/** Change of the share of missing values, either way, with test and confidence bounds. */
export const missingShare = defineMethod({
  id: 'missing-share',
  title: 'Change of the missing share',
  variant:
    '|q − p| of the shares of blank cells among all rows. Interval of the difference: hybrid score without continuity correction ' +
    "(Newcombe 1998, method 10), folded at zero, its lower end at the level of both sides together. Two-sided p of Fisher's exact test",
  accepts: ['numeric', 'categorical', 'boolean', 'datetime', 'text', 'mixed', 'empty'],
  question: 'missing-share',
  claim: 'same share of missing values',
  quantity: 'a change of the missing share',
  limit: 'max-missing-change',
  remedy: 'Find out why values went missing, or came back: a model takes what is filled in for them as fact',
  measure({ reference, current }, alpha) {
    const [k, n, l, m] = [reference.missing, reference.rows, current.missing, current.rows]
    if (n === 0 || m === 0) return undefined
    const level = 1 - 2 * alpha
    return {
      effect: Math.abs(l / m - k / n),
      n: n + m,
      detail: `${percent(k / n)} → ${percent(l / m)}`,
      inference: {
        interval: folded(newcombe(l, m, k, n, level), newcombe(l, m, k, n, 1 - alpha)),
        pValue: fisherExact([
          [l, m - l],
          [k, n - k],
        ]).pValue,
        testable: k + l > 0 && k + l < n + m,
        rows: { reference: n, current: m },
        upperAt(futureN, futureM, drifted) {
          const p = drifted ? k / n : (k + l) / (n + m)
          const q = drifted ? l / m : p
          const found = newcombe(Math.round(q * futureM), futureM, Math.round(p * futureN), futureN, level)
          return folded(found, found)[1]
        },
      },
    }
  },
})
