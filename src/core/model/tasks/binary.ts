import type { Settings } from '../../settings/schema.ts'
import { grouped } from '../../wording/grouped.ts'
import { evaluate } from '../evaluation.ts'
import { counted } from '../format.ts'
import * as metrics from '../metrics/binary/index.ts'
import type { Reading } from '../predictions/reading.ts'
import { namesOf, numbersOf, type Rows } from '../predictions/rows.ts'
import { curvesOf } from '../roc/curves.ts'
import { byClass, type Scores } from '../scores.ts'
import { defineTask } from '../task.ts'
import { LEAST_OF_CLASS, LEAST_ROWS } from './least-rows.ts'
import { twoClasses } from './two-classes.ts'

/** The columns of the task, and its positive class. */
type BinaryColumns = Pick<Settings['certify'], 'label' | 'score' | 'positive'>

/** What is read of a file: the true class, and the probability of the positive one. */
export const binaryReading = ({ label, score, positive }: BinaryColumns): Reading => ({
  needs: [
    {
      role: 'label',
      column: label,
      cells: 'class',
      side: 'truth',
      holds: 'the true class',
      title: 'Labels',
      expected: 'a class',
      hint: 'Label these rows, or leave them out of the hold-out',
    },
    {
      role: 'score',
      column: score,
      cells: 'probability',
      side: 'output',
      holds: 'the probability of the positive class',
      title: 'Scores',
      expected: 'a probability from 0 to 1',
      hint: 'Write the probability of the positive class for every row, with a decimal point',
    },
  ],
  faults: (source, rows, at) => twoClasses(source, namesOf(rows, 'label'), at, { label, positive }),
  about(rows) {
    const positives = labelsOf(rows, positive).reduce((sum, one) => sum + one, 0)
    return `a class and a probability; ${counted(positives, 'row')} of class '${positive}'`
  },
})

/** Two classes, and the probability of one of them. */
export const binary = defineTask({
  id: 'binary',
  title: 'Binary classification',
  metrics: Object.values(metrics),
  reading: binaryReading,
  evaluate: (rows, settings) => evaluate(scoresOf(rows, settings.positive), settings.threshold, settings),
  order(rows, { positive }) {
    const labels = labelsOf(rows, positive)
    const order = new Uint32Array(labels.length)
    let next = 0
    for (const one of [1, 0]) for (let row = 0; row < labels.length; row++) if (labels[row] === one) order[next++] = row
    return order
  },
  shortage({ positives: { length: positives }, negatives: { length: negatives } }) {
    const rows = positives + negatives
    return rows < LEAST_ROWS || Math.min(positives, negatives) < LEAST_OF_CLASS
      ? `Expected at least ${LEAST_ROWS} rows and ${LEAST_OF_CLASS} of each class but found ${counted(rows, 'row')}, ${grouped(positives)} positive and ${grouped(negatives)} negative`
      : undefined
  },
  figures: scores => ({ positives: scores.positives.length, confusion: scores.confusion, curves: curvesOf(scores) }),
  twoClasses: (rows, { positive }) => ({ labels: labelsOf(rows, positive), scores: numbersOf(rows, 'score') }),
  decisions: (rows, { threshold }) => numbersOf(rows, 'score').map(score => Number(score >= threshold)),
  rowErrors(rows, { positive, threshold }) {
    const labels = labelsOf(rows, positive)
    return numbersOf(rows, 'score').map((score, row) => Number(Number(score >= threshold) !== labels[row]))
  },
})

/** Scores of the rows by their true class. */
export const scoresOf = (rows: Rows, positive: string): Scores =>
  byClass(labelsOf(rows, positive), numbersOf(rows, 'score'))

/** 1 for the positive class, 0 for the other. */
function labelsOf(rows: Rows, positive: string): Uint8Array {
  const { codes, names } = namesOf(rows, 'label')
  const one = names.indexOf(positive)
  const labels = new Uint8Array(codes.length)
  for (let row = 0; row < codes.length; row++) if (codes[row] === one) labels[row] = 1
  return labels
}
