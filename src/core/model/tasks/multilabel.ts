import type { Settings } from '../../settings/schema.ts'
import { UserError } from '../../user-error.ts'
import { grouped } from '../../wording/grouped.ts'
import { namedColumns } from '../classes/named-columns.ts'
import { counted } from '../format.ts'
import type { MultilabelEvaluation } from '../labels/multilabel-evaluation.ts'
import * as metrics from '../metrics/multilabel/index.ts'
import type { Need } from '../predictions/need.ts'
import type { Reading } from '../predictions/reading.ts'
import { numbersOf } from '../predictions/rows.ts'
import { defineTask } from '../task.ts'
import { LEAST_OF_CLASS, LEAST_ROWS } from './least-rows.ts'

type Certify = Settings['certify']

function labelsOf({ probabilities }: Certify) {
  if (probabilities) return namedColumns(probabilities)
  throw new UserError(
    'settings.missing',
    "Expected 'certify.probabilities' to be set (input probabilities) for the task multilabel but found nothing",
    {
      hint: 'Name the labels and the columns of their probabilities: label=column, the truth being in the column label',
    },
  )
}

const reading = (settings: Certify): Reading => ({
  needs: labelsOf(settings).flatMap(({ name, column }, i) => [truthNeed(name, i + 1), scoreNeed(name, column, i + 1)]),
  faults: () => [],
  about: () => `${counted(labelsOf(settings).length, 'label')} and their probabilities`,
})

/** Any number of labels is given to a row, each by its probability. */
export const multilabel = defineTask<MultilabelEvaluation>({
  id: 'multilabel',
  title: 'Classification with several labels',
  metrics: Object.values(metrics),
  reading,
  evaluate(rows, settings) {
    const labels = labelsOf(settings).map(({ name }) => name)
    const of = (role: string) => labels.map((_, i) => numbersOf(rows, `${role}.${i + 1}`))
    const probabilities = of('probabilities')
    return {
      n: rows.n,
      labels,
      truth: of('labels'),
      predicted: probabilities.map(column => column.map(one => (one >= settings.threshold ? 1 : 0))),
      probabilities,
    }
  },
  shortage({ n, labels, truth }) {
    const rows = truth.map(column => column.reduce((sum, is) => sum + is, 0))
    const fewest = rows.map(own => Math.min(own, n - own))
    const rarest = fewest.indexOf(Math.min(...fewest))
    return n < LEAST_ROWS || (fewest[rarest] ?? 0) < LEAST_OF_CLASS
      ? `Expected at least ${LEAST_ROWS} rows and ${LEAST_OF_CLASS} with and without each label but found ${counted(n, 'row')}, ${grouped(rows[rarest] ?? 0)} with '${labels[rarest]?.slice(0, 40)}'`
      : undefined
  },
  figures: () => ({}),
})

const truthNeed = (name: string, number: number): Need => ({
  role: `labels.${number}`,
  setting: 'probabilities',
  column: name,
  cells: 'flag',
  side: 'truth',
  holds: `whether a row has the label '${name}', and its probability`,
  title: `Rows of label '${name}'`,
  expected: '1 or 0, true or false',
  hint: 'Write 1 where the row has the label, 0 where it has not',
})

const scoreNeed = (name: string, column: string, number: number): Need => ({
  role: `probabilities.${number}`,
  setting: 'probabilities',
  column,
  cells: 'probability',
  side: 'output',
  holds: `the probability of label '${name}'`,
  title: `Probabilities of label '${name}'`,
  expected: 'a probability from 0 to 1',
  hint: 'Write the probability of every label for every row, with a decimal point',
})
