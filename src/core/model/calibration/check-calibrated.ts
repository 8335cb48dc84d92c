import type { Check } from '../../evidence.ts'
import { pValueWords } from '../../wording/p-value.ts'
import { answer } from '../claims/answer.ts'
import type { Calibrated } from '../claims/claim.ts'
import type { Question } from '../claims/question.ts'
import { dependence } from '../dependence.ts'
import { formatNumber } from '../format.ts'
import { levelOf, type Trial } from '../trial.ts'
import { calibrate } from './calibrate.ts'

const METHOD =
  'expected calibration error over equal-mass bins, less what a calibrated model would show; noncentral χ² above'

/** Holds the calibration error against what the claim allows. */
export function checkCalibrated({ within, alpha, leastRows }: Calibrated, trial: Trial): Omit<Check, 'id'> {
  const title = `Calibrated within ${within}`
  const required = { comparator: '<=' as const, value: within }
  const gap = dependence(trial.settings)
  if (!trial.task.twoClasses || gap !== undefined)
    return {
      title,
      required,
      status: 'inconclusive',
      reason: gap ?? `The task ${trial.task.id} has no probability of one of two classes`,
      hint: 'Ask for calibration in a run without it, on rows that stand for themselves',
    }
  const level = levelOf(trial.settings, alpha)
  const { error, slope, spiegelhalter } = calibrate(trial.task.twoClasses(trial.rows, trial.settings), level)
  const question: Question = {
    title,
    comparator: '<=',
    threshold: within,
    estimate: { value: error.value, n: trial.rows.n, interval: error.interval },
    subject: 'The interval of the calibration error',
    requirement: `${within}`,
  }
  const { reason, ...rest } = answer(question, { ...trial.judge(undefined, trial.settings.level, []), leastRows })
  const about = [
    slope ? `slope ${formatNumber(slope.value)} [${slope.interval.map(end => formatNumber(end)).join(', ')}]` : '',
    spiegelhalter ? `Spiegelhalter's ${pValueWords(spiegelhalter.pValue)}` : '',
  ].filter(part => part !== '')
  return {
    title,
    measured: {
      value: error.value,
      interval: error.interval,
      level,
      method: METHOD,
      n: trial.rows.n,
      pValue: error.pValue,
    },
    required,
    reason: about.length > 0 ? `${reason}; ${about.join(', ')}` : reason,
    ...rest,
  }
}
