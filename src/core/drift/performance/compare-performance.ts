import type { Check } from '../../evidence.ts'
import { numbersOf, type Rows } from '../../model/predictions/rows.ts'
import type { TwoClasses } from '../../model/task.ts'
import { binary } from '../../model/tasks/binary.ts'
import type { Settings } from '../../settings/schema.ts'
import { holm } from '../../stats/index.ts'
import type { Files } from '../files.ts'
import { measureColumns } from '../measure-columns.ts'
import { measuredCheck } from '../measured-check.ts'
import { methodFor } from '../method-for.ts'
import { notMeasured } from '../not-measured.ts'
import type { DriftResult } from '../result.ts'
import { ASSUMPTION } from './assumption.ts'
import { calibrationChange } from './calibration-change.ts'
import { chanceBeyond } from './chance-beyond.ts'
import { changeRow } from './change-row.ts'
import { decisionQuestion } from './decision-question.ts'
import { findingOf } from './finding-of.ts'
import type { JudgedQuestion } from './judged-question.ts'
import { type ComparedRows, metricQuestions } from './metric-questions.ts'
import { performanceChecks } from './performance-checks.ts'
import type { PerformanceSides } from './performance-sides.ts'
import { harmlessOf } from './question.ts'
import type { ChangeRow, PerformanceResult } from './result.ts'
import { scoreColumn } from './score-column.ts'
import { shareBeyond } from './share-beyond.ts'
import { sliceQuestions } from './slice-questions.ts'

export interface PerformanceComparison {
  readonly checks: Check[]
  readonly performance: PerformanceResult
  readonly letThrough: NonNullable<DriftResult['letThrough']>
}

export type PredictionSettings = NonNullable<Settings['drift']['predictions']>

/**
 * Holds predictions of two classes against those of the reference: scores, decisions, performance, calibration. All tests that may fail
 * are one family, apart from that of the tables' columns.
 */
export function comparePerformance(
  { reference, current, labelled, seed }: PerformanceSides,
  predictions: PredictionSettings,
  { drift, certify }: Pick<Settings, 'drift' | 'certify'>,
  files: Files,
): PerformanceComparison {
  const { alpha } = drift
  const level = 1 - 2 * alpha
  const { threshold, positive } = certify
  const classesOf = (rows: Rows): TwoClasses => twoClasses(rows, certify)
  const compared = (before: Rows, now: Rows): ComparedRows => ({
    reference: classesOf(before),
    current: labelled ? classesOf(now) : { scores: numbersOf(now, 'score') },
  })
  const all = compared(reference, current)
  const asking = { predictions, threshold, seed }
  const decisions = decisionQuestion(all.reference.scores, all.current.scores, {
    threshold,
    limit: predictions['max-decision-change'],
  })
  const metrics = metricQuestions(all, asking)
  const sliced = (predictions.slices ?? []).map(by => ({
    by,
    questions: sliceQuestions(by, { reference, current }, compared, asking),
  }))
  // The score stops the gate whatever columns of the tables are critical or have a weight.
  const { critical: _, weights: __, ...rules } = drift
  const column = scoreColumn(certify.score, all.reference.scores, all.current.scores, seed)
  const score = measureColumns([column], rules, seed).measured.filter(
    ({ method: { question } }) => question === 'distribution',
  )
  const method = methodFor(column, rules.methods)
  const unscored = method && score.length === 0 ? [notMeasured(column, method, files)] : []
  const questions = [decisions, ...metrics, ...sliced.flatMap(({ questions = [] }) => questions)]
  const tested = questions.flatMap(question =>
    question.limit !== undefined && question.change
      ? [{ question, p: chanceBeyond(question.change, harmlessOf(question)) }]
      : [],
  )
  const adjusted = holm([...tested.map(({ p }) => p), ...score.map(one => one.tested?.pValue ?? 1)])
  const judged = questions.map((question): JudgedQuestion => {
    const i = tested.findIndex(one => one.question === question)
    const [pValue, adjustedPValue] = [tested[i]?.p, adjusted[i]]
    if (question.limit === undefined) return { question }
    if (pValue === undefined || adjustedPValue === undefined)
      return { question, ...(question.of ? {} : { finding: 'inconclusive' as const }) }
    return { question, pValue, adjustedPValue, finding: findingOf(question, adjustedPValue, alpha) }
  })
  const scored = score.map((one, i) =>
    measuredCheck(
      one.tested ? { ...one, tested: { ...one.tested, adjustedPValue: adjusted[tested.length + i] ?? 1 } } : one,
      rules,
      files,
    ),
  )
  const performed = performanceChecks(judged, sliced, {
    drift,
    level,
    files,
    column: certify.score,
    ...(labelled ? {} : { assumption: ASSUMPTION }),
  })
  const { labels } = all.current
  const calibrated = labels
    ? calibrationChange(all.reference, { ...all.current, labels }, { alpha, level })
    : { checks: [] }
  const rowOf = (one: JudgedQuestion) => changeRow(one, level)
  const first = judged.find(({ question }) => question === decisions) ?? { question: decisions }
  const slices = judged.filter(({ question }) => question.of).map(rowOf)
  return {
    checks: [
      ...[...scored.map(({ check }) => check), ...unscored].map(check => ({
        ...check,
        id: 'predictions.score',
        title: 'predictions: same distribution of scores',
      })),
      ...performed.checks,
      ...calibrated.checks,
    ],
    letThrough: [
      ...scored.flatMap(({ finding, letThrough }) =>
        letThrough ? [{ check: 'predictions.score', finding, by: letThrough.by }] : [],
      ),
      ...performed.letThrough,
    ],
    performance: {
      rows: { reference: reference.n, current: current.n },
      positive,
      threshold,
      labels: labelled ? 'measured' : 'estimated',
      ...(labelled
        ? {}
        : { assumption: ASSUMPTION, beyondReference: shareBeyond(all.reference.scores, all.current.scores) }),
      alpha,
      tests: adjusted.length,
      level,
      decisions: rowOf(first),
      metrics: judged
        .filter(({ question }) => metrics.includes(question))
        .map(rowOf)
        .toSorted(worstFirst),
      ...(predictions.slices ? { slices: slices.toSorted(worstFirst) } : {}),
      ...('calibration' in calibrated && calibrated.calibration ? { calibration: calibrated.calibration } : {}),
    },
  }
}

function twoClasses(rows: Rows, certify: Settings['certify']): TwoClasses {
  if (!binary.twoClasses) throw new Error('The binary task has no two classes')
  return binary.twoClasses(rows, certify)
}

const ORDER = ['fail', 'inconclusive', 'warn', 'pass', undefined]

const loss = ({ change = 0, worse }: ChangeRow) => (worse === 'higher' ? change : -change)

/** By status, then by how much was lost. */
const worstFirst = (a: ChangeRow, b: ChangeRow) =>
  ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || loss(b) - loss(a)
